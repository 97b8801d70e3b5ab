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
  { rules, about = null }: { readonly rules: Rules; readonly about?: string | null },
): readonly JudgedClaim[] {
  if (texts.every((text) => readClaim(text) === null)) return texts.map(notUnderstood)
  const subject = {
    ...caseOf(evidence, report, rules),
    about: report.incidents.find(({ id }) => id === about) ?? null,
  }
  return texts.map((text) => judgeClaim(text, subject))
}

/** What a claim is held against, whichever it is made about. */
type CommonCase = Omit<ClaimCase, 'about'>

const known = new WeakMap<Report, { readonly evidence: Evidence; readonly subject: CommonCase }>()

/** Made once for a Report: a claim is judged with every letter that is typed, and this takes a quarter of a second. */
function caseOf(evidence: Evidence, report: Report, rules: Rules): CommonCase {
  const last = known.get(report)
  if (last?.evidence === evidence && last.subject.rules === rules) return last.subject
  const subject = makeCase(evidence, report, rules)
  known.set(report, { evidence, subject })
  return subject
}

function makeCase(evidence: Evidence, { now, zone, incidents }: Report, rules: Rules): CommonCase {
  const { utc } = framesOf(evidence.records, zone)
  const clocks = logClocks(logsIn(evidence, 'utc', zone), utc.records, rules)
  return {
    evidence,
    account: accountOf(evidence, now, zone, rules),
    frame: utc,
    successes: successesIn(utc, loggedSuccesses(evidence.calls, 'utc', zone, clocks)),
    coverage: coverageOf(evidence.captures, 'utc', zone, rules),
    incidents,
    now,
    zone,
    rules,
  }
}
