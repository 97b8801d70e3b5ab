import type { Analysis } from '../../analysis.ts'
import { circumstancesOf } from '../../blocks/incidents.ts'
import type { JudgedClaim } from '../../report.ts'
import { judgeClaim, notUnderstood } from './judge-claim.ts'
import { readClaim } from './read-claim.ts'

/**
 * Claims that come after the Report (somebody types them): the same verdicts that `analyse` would give, without judging
 * every block again. `about` is the incident that they are made about: a time without a day is of its day.
 */
export function judgeClaims(
  texts: readonly string[],
  { report, rules, derived: { digest } }: Analysis,
  about: string | null = null,
): readonly JudgedClaim[] {
  if (texts.every((text) => readClaim(text) === null)) return texts.map(notUnderstood)
  const { now, zone, incidents } = report
  const { frame, coverage } = digest.utc
  const subject = {
    ...circumstancesOf(digest, { now, zone, rules }),
    frame,
    coverage,
    incidents,
    about: incidents.find(({ id }) => id === about) ?? null,
  }
  return texts.map((text) => judgeClaim(text, subject))
}
