import type { EvidenceBesideRows } from '../evidence/evidence.ts'
import type { Digest } from './digest.ts'
import { logClockFindings } from './clocks/log-clock-findings.ts'
import type { Fact, Finding, Incident } from './report.ts'
import { requestRateFindings } from './judge/request-rate-findings.ts'
import { resetFindings } from './blocks/reset-findings.ts'
import type { Rules } from './rules.ts'
import type { Suspicion } from './blocks/suspected-blocks.ts'
import { undatedErrors } from './blocks/undated-errors.ts'
import { clientFindings } from './views/use/client-findings.ts'
import { costFindings } from './views/use/cost-findings.ts'
import { deviceFindings } from './views/use/device-findings.ts'
import { stormsBefore } from './views/use/storms.ts'

/** Everything worth knowing that is not a verdict, in a fixed order. */
export function findFindings(
  { evidence, account, doubtful, utc, wall }: Digest,
  incidents: readonly Incident[],
  undecided: Suspicion['undecided'],
  rules: Rules,
): readonly Finding[] {
  return [
    ...account.findings,
    ...textsAgainstMeters(incidents),
    ...resetFindings(incidents),
    ...requestRateFindings(incidents),
    ...undecidedErrors(evidence, undecided),
    ...doubtfulLocalTimes(doubtful),
    ...deviceFindings(evidence),
    ...costFindings(evidence),
    ...[utc, wall].flatMap((frame) => [
      ...logClockFindings(frame.clocks),
      ...clientFindings(frame.uses, frame.frame.clock, rules),
      ...stormsBefore(incidents, frame, rules),
    ]),
  ]
}

function textsAgainstMeters(incidents: readonly Incident[]): readonly Finding[] {
  const parts = incidents.flatMap((incident) => incident.parts)
  return parts.flatMap(({ verdicts }) =>
    verdicts.flatMap(({ cause, facts }): Finding[] => {
      const direct = facts.filter((fact) => fact.bearing === 'for' && fact.direct && !isUndated(fact))
      const strong = facts.filter((fact) => fact.bearing === 'against' && fact.strong)
      if (direct.length === 0 || strong.length === 0) return []
      const refs = [...direct, ...strong].flatMap((fact) => fact.refs)
      return [
        {
          kind: 'text_and_meter_disagree',
          values: { cause: { unit: 'text', value: cause } },
          refs: [...new Set(refs)],
        },
      ]
    }),
  )
}

/** A text that may be of another time than the meter disagrees with nothing. */
const isUndated = ({ rule }: Fact): boolean =>
  rule === 'text_undated_names_cause' || rule === 'text_undated_names_quota'

function undecidedErrors(
  evidence: EvidenceBesideRows,
  undecided: Suspicion['undecided'],
): readonly Finding[] {
  if (undecided.length === 0) return []
  const values = { silences: { unit: 'count', value: undecided.length } } as const
  return [{ kind: 'undated_error', values, refs: undatedErrors(evidence).map(({ id }) => id) }]
}

const doubtfulLocalTimes = (doubtful: Digest['doubtful']): readonly Finding[] =>
  doubtful.map(({ id, text }) => ({
    kind: 'doubtful_local_time',
    values: { text: { unit: 'text', value: text } },
    refs: [id],
  }))
