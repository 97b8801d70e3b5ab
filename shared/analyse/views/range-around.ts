import { MINUTE } from '../../time/duration.ts'
import { span, spanLength, widenSpan, type Span } from '../../time/span.ts'
import type { BlockedWindow } from '../report.ts'

/** Room on either side of a block or of evidence, so that what came before and after is seen. */
const LEAST_ROOM = 20 * MINUTE

/** The stretch that a picture of a block shows, on the clock that the block is dated by; null when nothing dates it. */
export function rangeAround({ span: dated, local }: BlockedWindow): Span | null {
  const whole = dated ?? (local ? span(local.from, local.to) : null)
  return whole && withRoom(whole)
}

/** A stretch with room on either side. */
export const withRoom = (whole: Span): Span => widenSpan(whole, Math.max(LEAST_ROOM, spanLength(whole) / 3))
