import { refusedSpan } from '../blocks/block.ts'
import type { Case } from '../judge/case.ts'
import { firstIndex } from '../first-index.ts'
import { firstReadFrom, type MeterReading, type SegmentReadings } from './meter-index.ts'
import { earliestIn } from './meter-windows.ts'

/**
 * The first reading after the refusals shows less than half of what the requests before them must have used: the meter was
 * reset out of turn since, and low readings say nothing of the time before. What a request uses is taken from that
 * reading and the next one with enough requests in between.
 *
 *     served   ·····50·····   ✗ ✗      ·····40·····
 *     month                       0.4 %            4.4 %      0.1 % each: some 5 % were used before
 */
export function wasResetSince(subject: Case, { segment, readings }: SegmentReadings): boolean {
  const { block, successes, rules } = subject
  const enough = rules.servedAboveZero
  const first = readings[firstReadFrom(readings, refusedSpan(block).to)]
  if (!first) return false
  const served = successes.countIn(earliestIn(segment), block.span.from, MOST)
  if (served < enough) return false
  const since = (each: MeterReading) => successes.countIn(first.reading.span.to, each.reading.span.from, MOST)
  const apart = firstIndex(readings, (each) => since(each) >= enough)
  const next = readings.slice(apart).find(isSameMeter(first))
  const between = next ? since(next) : MOST
  if (!next || between >= MOST) return false
  const used = ((next.used - first.used) * served) / between
  return first.used + first.meter.resolution < used / 2
}

/** No more are counted: enough for a mean, and no look at a whole week. */
const MOST = 300

const isSameMeter =
  ({ meter }: MeterReading) =>
  ({ meter: { encoding, pool } }: MeterReading): boolean =>
    encoding === meter.encoding && pool === meter.pool
