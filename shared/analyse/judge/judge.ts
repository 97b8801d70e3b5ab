import type { Case, RulesByCause } from './case.ts'
import { errorText } from './facts/error-text.ts'
import { allOrNothing, mixedOutcomes } from './facts/concurrency.ts'
import { requestsAgainstCap } from './facts/in-flight.ts'
import { fullMeter } from './facts/full-meter.ts'
import { lowMeter } from './facts/low-meter.ts'
import { premise } from './facts/premise.ts'
import { startsPerMinute } from './facts/request-rate.ts'
import { resetTiming } from './facts/reset-timing.ts'
import { notByServerErrors, serverErrors } from './facts/server-errors.ts'
import { noReading } from './facts/sources.ts'
import { fullMeterOfUnnamed, keepOneQuota } from './facts/unnamed-quota.ts'
import { CAUSES, type Cause, type CauseVerdict, type Fact, type Verdict } from '../report.ts'

/** Which rules speak to which cause. A cause that no rule here can reach stays undecidable, and is listed all the same. */
const RULES_BY_CAUSE: RulesByCause = {
  quota_5h: [
    premise,
    errorText('quota_5h'),
    fullMeter('5h'),
    fullMeterOfUnnamed('5h'),
    notByServerErrors,
    lowMeter('5h'),
    resetTiming('5h'),
    noReading('5h'),
  ],
  quota_7d: [
    premise,
    errorText('quota_7d'),
    fullMeter('7d'),
    fullMeterOfUnnamed('7d'),
    notByServerErrors,
    lowMeter('7d'),
    resetTiming('7d'),
    noReading('7d'),
  ],
  quota_month: [
    premise,
    errorText('quota_month'),
    fullMeter('month'),
    fullMeterOfUnnamed('month'),
    notByServerErrors,
    lowMeter('month'),
    noReading('month'),
  ],
  concurrency: [premise, errorText('concurrency'), allOrNothing, mixedOutcomes, requestsAgainstCap],
  request_rate: [premise, errorText('request_rate'), startsPerMinute],
  platform: [premise, errorText('platform'), serverErrors],
  account: [premise, errorText('account')],
}

/** Every cause with its facts and its verdict, in the order of CAUSES. */
export function judgeCase(subject: Case): readonly CauseVerdict[] {
  const verdicts = CAUSES.map((cause) => {
    const facts = RULES_BY_CAUSE[cause].flatMap((rule) => rule(subject))
    return { cause, verdict: verdictOf(facts), facts, byOffset: null, offsetsExcluded: [] }
  })
  return keepOneQuota(subject, verdicts)
}

/**
 * The one place that turns facts into a verdict (docs/verdicts.md#verdicts). Direct evidence is undisputed (strong) or
 * disputed.
 *
 *     direct for  | strong against | verdict
 *     undisputed  | no             | supported
 *     any         | yes            | undecidable: sources disagree
 *     none        | yes            | contradicted
 *     disputed    | no             | consistent, if nothing at all is against it; else undecidable
 *     none        | no             | the same, if something fits; else undecidable
 */
export function verdictOf(facts: readonly Fact[]): Verdict {
  const direct = facts.filter((fact) => fact.bearing === 'for' && fact.direct)
  const strongAgainst = facts.some((fact) => fact.bearing === 'against' && fact.strong)
  if (strongAgainst) return direct.length > 0 ? 'undecidable' : 'contradicted'
  if (direct.some((fact) => fact.strong)) return 'supported'
  const fits = facts.some((fact) => fact.bearing === 'for')
  const doubted = facts.some((fact) => fact.bearing === 'against')
  return fits && !doubted ? 'consistent' : 'undecidable'
}

/** The one cause that is supported; "unknown" where none is, or more than one. */
export function leadingCause(verdicts: readonly CauseVerdict[]): Cause | 'unknown' {
  const supported = verdicts.filter(({ verdict }) => verdict === 'supported')
  return supported.length === 1 && supported[0] ? supported[0].cause : 'unknown'
}
