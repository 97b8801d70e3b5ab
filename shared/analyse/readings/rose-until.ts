import type { Case } from '../judge/case.ts'
import {
  firstMaybeReadFrom,
  firstReadFrom,
  isSameMeter,
  segmentsAround,
  type MeterReading,
  type SegmentReadings,
} from './meter-index.ts'
import type { Successes } from '../logs/successes.ts'
import { earliestEnd, latestBegin } from './readings.ts'
import { USED_WINDOWS } from '../views/meter-use.ts'

/**
 * Up to which reading any meter of the account rose while requests were refused and none succeeded: readings before it show less
 * than had been used by then. What rose more than a day later was no meter that lagged: somebody worked whom nothing shows.
 *
 *     refused   ✗ ✗                                   ok
 *     5h              41 %      41 %  │ reset   0 %
 *     7d              15 %      15 %           28 %        so the 41 % had not been up to date
 */
export function roseUntil({ meters, block, now, successes, rules }: Case): number {
  const watched = Math.min(block.backAt ?? now, caughtUpBy(block, rules))
  let until = Number.NEGATIVE_INFINITY
  for (const window of USED_WINDOWS)
    for (const { readings } of segmentsAround(meters[window], block.span)) {
      const last = new Map<string, MeterReading>()
      const end = firstReadFrom(readings, watched)
      for (const each of readings.slice(firstMaybeReadFrom(readings, block.span.from), end)) {
        const { meter, used, reading } = each
        const key = `${meter.encoding} ${meter.pool ?? ''}`
        const before = last.get(key)
        last.set(key, each)
        if (!before || before.used + before.meter.resolution + meter.resolution >= used) continue
        if (isNothingServed(successes, before, each)) until = Math.max(until, reading.span.from)
      }
    }
  return until
}

/** Nothing was served from one reading to the next, as near to each other as their clock allows. */
const isNothingServed = (successes: Successes, before: MeterReading, next: MeterReading): boolean =>
  successes.firstIn(latestBegin(before.reading), earliestEnd(next.reading)) === null

/** A meter lags for minutes or hours. */
const caughtUpBy = ({ span }: Case['block'], { sameDay }: Case['rules']): number => span.to + sameDay

/**
 * Whether a meter had itself risen in a stretch that nobody dated a refusal in, although nothing succeeded: then it was catching
 * up, and may not have been done. Where refusals are dated, readings are held against these one by one.
 *
 *     refused   ✗ ✗
 *     5h             46 %     55 %               it may be full by now
 *     5h             46 %     55 %    55 %       it was done
 */
export function isCatchingUp(
  { block, successes, rules }: Case,
  { readings }: SegmentReadings,
  each: MeterReading,
): boolean {
  const { meter, used, reading } = each
  if (block.refusals.length > 0 || reading.span.from >= caughtUpBy(block, rules)) return false
  const start = firstMaybeReadFrom(readings, block.span.from)
  for (let index = firstReadFrom(readings, reading.span.from) - 1; index >= start; index--) {
    const before = readings[index]
    if (!before || !isSameMeter(before.meter, meter)) continue
    const rose = before.used + before.meter.resolution + meter.resolution < used
    return rose && isNothingServed(successes, before, each)
  }
  return false
}
