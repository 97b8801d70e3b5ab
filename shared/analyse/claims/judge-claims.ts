import type { Evidence } from '../../evidence/evidence.ts'
import { accountOf } from '../account.ts'
import { coverageOf } from '../coverage.ts'
import { logClocks } from '../log-clocks.ts'
import { logsIn } from '../log-events.ts'
import { framesOf } from '../placed-records.ts'
import type { JudgedClaim, Report } from '../report.ts'
import type { Rules } from '../rules.ts'
import { loggedSuccesses, successesIn } from '../successes.ts'
import type { ClaimCase } from './claim-case.ts'
import { judgeClaim, notUnderstood } from './judge-claim.ts'
import { readClaim } from './read-claim.ts'

/**
 * Claims that come after the Report (somebody types them), held against what it was made from; the same verdicts that
 * `analyse` would give, without judging every block again. `about` is the incident that they are made about: a time
 * without a day is of its day.
 */
export function judgeClaims(
  texts: readonly string[],
  evidence: Evidence,
  report: Report,
  options: { readonly rules: Rules; readonly about?: string | null },
): readonly JudgedClaim[] {
  const understood = texts.some((text) => readClaim(text) !== null)
  const subject = understood ? caseOf(evidence, report, options) : null
  return texts.map((text) => (subject ? judgeClaim(text, subject) : notUnderstood(text)))
}

function caseOf(
  evidence: Evidence,
  report: Report,
  { rules, about = null }: { readonly rules: Rules; readonly about?: string | null },
): ClaimCase {
  const { now, zone, incidents } = report
  const { utc } = framesOf(evidence.records, zone)
  const clocks = logClocks(logsIn(evidence, 'utc', zone), utc.records, rules)
  return {
    evidence,
    account: accountOf(evidence, now, zone, rules),
    frame: utc,
    successes: successesIn(utc, loggedSuccesses(evidence.calls, 'utc', zone, clocks)),
    coverage: coverageOf(evidence.captures, 'utc', zone, rules),
    incidents,
    about: incidents.find(({ id }) => id === about) ?? null,
    now,
    zone,
    rules,
  }
}
