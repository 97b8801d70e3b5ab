import type { Cause, CauseVerdict } from '../report.ts'

/**
 * The only cause with anything in its favour, if nothing is supported and each of the others is ruled out, has facts only
 * against it, or belongs to a window that the plan does not have. It stays `consistent`: a cause that is merely left over has
 * no evidence of its own.
 */
export function onlyRemainingCause(verdicts: readonly CauseVerdict[]): Cause | null {
  const [only, ...others] = verdicts.filter(({ verdict }) => verdict === 'consistent')
  if (!only || others.length > 0) return null
  return verdicts.every((each) => each === only || isOut(each)) ? only.cause : null
}

function isOut({ verdict, facts }: CauseVerdict): boolean {
  if (verdict !== 'undecidable') return verdict === 'contradicted'
  const isSpokenAgainst = facts.some(
    ({ bearing, rule }) => bearing === 'against' || rule === 'no_weekly_limit',
  )
  return isSpokenAgainst && !facts.some(({ bearing }) => bearing === 'for')
}
