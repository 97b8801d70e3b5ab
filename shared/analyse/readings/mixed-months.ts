import { spansOverlap, span, type Span } from '../../time/span.ts'
import type { Block } from '../blocks/block.ts'
import { isSameMeter, type MeterReading, type SegmentReadings } from './meter-index.ts'
import { SHORTEST_MONTH } from '../rules.ts'

/**
 * Whether the month that a reading is of may be another account's: readings of the same meter tell of a month that ends less
 * than a month sooner or later, and no change of plan explains both. Months have no grid by which readings are told apart.
 *
 *     a   a   ✗   b   b        first one month, read up to the refusals, and then another: a change, and ✗ is of the first
 *     a   b   ✗   a   b        among each other: two accounts
 *     a   ✗   b   b            ✗ may be of either
 *     b   a   ✗   a            b ends later, and was read first: nobody's month ends sooner by a change
 */
export function isMonthOfEither(
  segments: readonly SegmentReadings[],
  { segment }: SegmentReadings,
  { meter }: MeterReading,
  block: Block,
): boolean {
  if (segment.window !== 'month') return false
  const months = segments.filter((each) => Math.abs(each.segment.to - segment.to) < SHORTEST_MONTH)
  if (months.length < 2) return false
  const spans = months.flatMap((month) => {
    const held = readFromTo(month, (each) => isSameMeter(each.meter, meter))
    return held ? [{ end: month.segment.to, held }] : []
  })
  const own = spans.find(({ end }) => end === segment.to)
  return spans.some((other) => other !== own && own !== undefined && !areOneChanged(own, other, block.span))
}

interface Month {
  readonly end: number
  /** From its first reading to its last. */
  readonly held: Span
}

/** From the first to the last reading that states that the month ends at an instant. */
function readFromTo({ readings }: SegmentReadings, isOfMeter: (each: MeterReading) => boolean): Span | null {
  const stating = (each: MeterReading) => each.meter.reset?.kind === 'at' && isOfMeter(each)
  const first = readings.find(stating)
  const last = readings.findLast(stating)
  return first && last ? span(first.reading.span.from, last.reading.span.to) : null
}

/** The one was read before the other and ends before it, and the block lies within reach of the readings of `own`. */
function areOneChanged(own: Month, other: Month, block: Span): boolean {
  const [before, after] = own.held.from < other.held.from ? [own, other] : [other, own]
  if (spansOverlap(before.held, after.held) || before.end > after.end) return false
  return own === before ? other.held.from > block.to && own.held.to > block.from : own.held.from < block.from
}
