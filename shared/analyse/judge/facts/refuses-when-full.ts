import { span } from '../../../time/span.ts'
import type { Case } from '../case.ts'
import { isObserved } from '../../readings/coverage.ts'
import type { MeterReading } from '../../readings/meter-index.ts'
import { earliestEnd } from '../../readings/readings.ts'

/**
 * Whether being full can be taken for what refuses (docs/verdicts.md#meters: "no success while at the limit, no active
 * extra-usage wallet"). Extra usage need not show in a reading, and a meter may round up, so it is asked what became of
 * requests since the meter may have been read full first (an undated reading, by the last moment of its window), but for as
 * long as a meter may lag:
 *
 *     meter     full ├──────────────────────────────
 *     rows           ok       ok ok        ✗ ✗ ✗        served: something pays, and being full refuses nothing
 *     rows           ok · · · · · · · · ·  ✗ ✗ ✗        not observed: something may have paid all the time
 *     rows           ok                    ✗ ✗ ✗        nothing came through since, as far as the refusals
 *
 * Where nobody looked, a reading has to say itself that no extra usage is left. `end` is how far successes count.
 */
export function refusesWhenFull(
  { block, successes, coverage, rules }: Case,
  shown: MeterReading,
  readings: readonly MeterReading[],
  end: number,
): boolean {
  const full = maybeFullAt(readings, rules.fullMeterPercent)
  if (full === null) return true
  if (successes.firstIn(full, end) !== null) return false
  const since = full + rules.meterLag
  return (
    since >= block.span.from ||
    shown.reading.snapshot.wallet?.active === false ||
    isObserved(coverage, span(since, block.span.from))
  )
}

/** By when the meter was read full for certain. Readings are in the order in which they may have been taken at the earliest. */
export function surelyFullAt(readings: readonly MeterReading[], percent: number): number | null {
  let earliest: number | null = null
  for (const { reading, used } of readings) {
    if (earliest !== null && reading.span.from >= earliest) break
    if (used >= percent) earliest = Math.min(earliest ?? reading.span.to, reading.span.to)
  }
  return earliest
}

/** By when it may have been read full: by a clock that is off, as early as that clock allows. */
export function maybeFullAt(readings: readonly MeterReading[], percent: number): number | null {
  let earliest: number | null = null
  for (const { reading, used } of readings) {
    if (earliest !== null && reading.span.from >= earliest) break
    if (used >= percent) earliest = Math.min(earliest ?? Number.POSITIVE_INFINITY, earliestEnd(reading))
  }
  return earliest
}
