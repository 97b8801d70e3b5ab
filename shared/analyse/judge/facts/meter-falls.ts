import type { WindowKind } from '../../../evidence/kinds/quota-snapshot.ts'
import { later, type Instant } from '../../../time/instant.ts'
import { span, type Span } from '../../../time/span.ts'
import type { Case } from '../case.ts'
import { firstIndex } from '../../first-index.ts'
import { segmentsAround, type MeterReading } from '../../readings/meter-index.ts'
import type { Reading } from '../../readings/readings.ts'

/** A meter that fell, or began a new window, although its reset was not due: between these two readings. */
export interface MeterFall {
  readonly window: WindowKind
  readonly before: Pick<MeterReading, 'reading' | 'used'>
  readonly after: Pick<MeterReading, 'reading' | 'used'>
}

const WINDOWS = ['5h', '7d', 'month'] as const

/**
 * The first fall off the grid that may lie in the range: Kimi reset the meter out of good will, the plan was changed, or extra
 * usage was settled. What rests on the times of resets then says little across it.
 */
export function fallIn(subject: Case, range: Span): MeterFall | null {
  const { meters } = subject
  for (const window of WINDOWS)
    for (const { falls } of segmentsAround(meters[window], range))
      for (const [before, after] of falls)
        if (before.reading.span.from <= range.to && after.reading.span.to >= range.from)
          return { window, before, after }
  return earlyWindowIn(subject, range)
}

/** A reading that names a later reset than the one before it, which had not come yet. */
function earlyWindowIn({ readings, rules }: Case, range: Span): MeterFall | null {
  const start = Math.max(0, firstIndex(readings, ({ span: { from } }) => from >= range.from) - 1)
  const last = new Map<
    WindowKind,
    { readonly at: Instant; readonly used: number; readonly reading: Reading }
  >()
  for (let index = start; index < readings.length; index++) {
    const reading = readings[index]
    if (!reading || reading.basis !== 'stated') continue
    for (const { window, reset, usedPercent } of reading.snapshot.meters) {
      if (reset?.kind !== 'at' || usedPercent === null) continue
      const before = last.get(window)
      const isNext = before && reset.at > before.at + rules.sameReset
      if (isNext && reading.span.to < later(before.at, -rules.resetTolerance))
        return { window, before, after: { reading, used: usedPercent } }
      last.set(window, { at: reset.at, used: usedPercent, reading })
    }
    if (reading.span.from > range.to) return null
  }
  return null
}

/** From the first refusal until service was back, or the last refusal. */
export const stretchOf = ({ block }: Case): Span =>
  span(block.span.from, Math.max(block.span.to, block.backAt ?? block.span.from))
