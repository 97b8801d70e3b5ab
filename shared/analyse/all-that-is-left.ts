import type { Cause, CauseVerdict } from './report.ts'

/**
 * The one cause that something speaks for, where nothing is supported and every other is ruled out, or spoken against with
 * nothing for it, or is of a window that the plan does not have. It is never more than `consistent`: what is left over has no evidence of its own.
 */
export function allThatIsLeft(verdicts: readonly CauseVerdict[]): Cause | null {
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
