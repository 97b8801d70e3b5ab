import type { Meter, WindowKind } from '../../evidence/kinds/quota-snapshot.ts'
import { localResetSpan } from '../../evidence/local-reset.ts'
import { later, type Instant } from '../../time/instant.ts'
import { span, spanCovers, type Span } from '../../time/span.ts'
import { windowAt } from './grid.ts'
import type { Reading } from './readings.ts'
import { LONGEST_MONTH, WINDOW_LENGTH } from '../rules.ts'

/** The stretch in which a meter only rises: from one reset to the next. `from` is null where the start is not known. */
export interface MeterSegment {
  readonly window: WindowKind
  readonly from: Instant | null
  readonly to: Instant
}

/**
 * The segment that a meter reading belongs to: up to the reset that it states, or the window of the grid in which the
 * whole reading lies. Null where neither is known, and for windows of unknown kind. A month has no fixed length, so
 * its start stays open.
 */
export function segmentOf(reading: Reading, meter: Meter): MeterSegment | null {
  const { window, reset } = meter
  if (window === 'other') return null
  if (reset?.kind === 'at') {
    const from = window === 'month' ? null : span(reset.at - WINDOW_LENGTH[window], reset.at).from
    return { window, from, to: reset.at }
  }
  const printed = reset?.kind === 'local' ? localResetSpan(reset) : null
  if (printed) return segmentBefore(window, printed)
  if (window === 'month' || !reading.grid) return null
  const held = windowAt(reading.grid, window, reading.span.from)
  return held && spanCovers(held, reading.span) ? { window, ...held } : null
}

/**
 * A reset that is known to the minute, or to the day: what surely belongs to its window, whenever in that time it was. The
 * end of a month is its latest, so that service that is back sooner that day is not held for back at the reset.
 */
function segmentBefore(window: Exclude<WindowKind, 'other'>, reset: Span): MeterSegment | null {
  if (window === 'month') return { window, from: null, to: reset.to }
  const from = later(reset.to, -WINDOW_LENGTH[window])
  return from < reset.from ? { window, from, to: reset.from } : null
}

/** The earliest moment that can lie in a segment: a month whose start is not known is a month all the same. */
export const earliestIn = ({ from, to }: MeterSegment): number => from ?? to - LONGEST_MONTH

/** Two segments are the same when they end together (within `tolerance`) and are of one window. */
export const sameSegment = (a: MeterSegment, b: MeterSegment, tolerance: number): boolean =>
  a.window === b.window && Math.abs(a.to - b.to) <= tolerance
