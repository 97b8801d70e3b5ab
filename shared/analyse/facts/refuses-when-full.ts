import { span } from '../../time/span.ts'
import type { Case } from '../case.ts'
import { isObserved } from '../coverage.ts'
import type { MeterReading } from '../meter-index.ts'

/**
 * Whether being full can be taken for what refuses (DESIGN.md 4: "no success while at the limit, no active extra-usage
 * wallet"). Extra usage need not show in a reading, so it is asked what became of requests since the meter was first read
 * full, less the longest that a call may take:
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
  const first = readings.find(({ used }) => used >= rules.fullMeterPercent)
  if (!first) return true
  const since = first.reading.span.to + rules.longestCall
  if (successes.firstIn(since, end) !== null) return false
  return (
    since >= block.span.from ||
    shown.reading.snapshot.wallet?.active === false ||
    isObserved(coverage, span(since, block.span.from))
  )
}
