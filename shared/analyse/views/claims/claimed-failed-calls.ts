import { span } from '../../../time/span.ts'
import { isObserved } from '../../readings/coverage.ts'
import { against, neutral, weakFor } from '../../judge/facts/fact.ts'
import { recordsWithin } from '../../clocks/placed-records.ts'
import type { Fact } from '../../report.ts'
import { GRID_WINDOWS, type GridWindow } from '../../rules.ts'
import type { ClaimCase } from './claim-case.ts'

/** So many failed calls without the meter moving speak against it; fewer may each have cost less than it can show. */
const MANY = 20

/**
 * "Failed calls use quota": stretches between two readings of one meter, wholly observed, in which calls failed and none
 * succeeded. A meter that rose there fits the claim (something else of the account may have used it, so never more);
 * many failures under a meter that stood still speak against it.
 */
export function failedCallsFacts(subject: ClaimCase): readonly Fact[] {
  const stretches = GRID_WINDOWS.flatMap((window) => stretchesOf(window, subject))
  const failures = stretches.reduce((sum, stretch) => sum + stretch.failures, 0)
  const risen = stretches.filter((stretch) => stretch.rise > 0)
  const refs = [...new Set((risen.length > 0 ? risen : stretches).flatMap((stretch) => stretch.refs))]
  const values = {
    stretches: { unit: 'count', value: stretches.length },
    failures: { unit: 'count', value: failures },
    rise: { unit: 'percent', value: Math.round(risen.reduce((sum, { rise }) => sum + rise, 0) * 100) / 100 },
  } as const
  if (stretches.length === 0) return [neutral('claim_failed_no_stretch', { values: {}, refs: [] })]
  if (risen.length > 0) return [weakFor('claim_failed_rise', { values, refs })]
  return [
    failures >= MANY
      ? against('claim_failed_flat', true, { values, refs })
      : neutral('claim_failed_flat', { values, refs }),
  ]
}

interface Stretch {
  readonly failures: number
  readonly rise: number
  readonly refs: readonly string[]
}

function stretchesOf(window: GridWindow, { account, frame, coverage, rules }: ClaimCase): readonly Stretch[] {
  return account.meters[window].flatMap(({ readings }) =>
    readings.slice(1).flatMap((next, index): Stretch[] => {
      const last = readings[index]
      if (
        !last ||
        last.meter.encoding !== next.meter.encoding ||
        last.reading.span.to >= next.reading.span.from
      )
        return []
      // what was used before the first reading may show only after it: leave the lag out
      const range = span(
        Math.min(last.reading.span.from + rules.meterLag, next.reading.span.from),
        next.reading.span.from,
      )
      const rows = recordsWithin(frame.records, range)
      const failures = rows.filter(({ record }) => record.outcome === 'failure').length
      const clean = failures === rows.length && failures > 0 && isObserved(coverage, range)
      const rise = next.used - last.used
      const sure = rise > last.meter.resolution + next.meter.resolution
      return clean
        ? [{ failures, rise: sure ? rise : 0, refs: [last.reading.snapshot.id, next.reading.snapshot.id] }]
        : []
    }),
  )
}
