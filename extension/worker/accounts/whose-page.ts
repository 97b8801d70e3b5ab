import { isProvisional } from '../../../shared/evidence/provisional-account.ts'
import type { PageClaim } from './page-claims.ts'

/** Whose a page is, or why that is not known. */
export type WhosePage =
  | { readonly kind: 'known'; readonly account: string }
  /** It named nobody · an account that the user has, of which it shows nothing · another one than the rows that it shows. */
  | { readonly kind: 'silent' | 'unproved' | 'contradicting' }

/**
 * Whose the pages under a label are (docs/decisions/0011). A page's word is believed where it can do no harm, or where what
 * it shows bears it out; all else waits until the user says so.
 *
 *     it named           it shows rows of     it is
 *     nobody             anybody              not known, but where the user said so of that account before
 *     one, new to us     nobody               of that one
 *     one that we have   that one alone       of that one
 *     one that we have   nobody               of that one if its readings have the grid of that one alone, else not known
 *     one                another one          not known
 *     two                anybody              not known
 */
export function whosePage(
  { said, shows, fits, of }: PageClaim,
  known: readonly string[],
  trusted: readonly string[],
): WhosePage {
  const [named, ...others] = said
  const [shown, ...more] = shows
  if (named === undefined) {
    if (more.length > 0) return { kind: 'contradicting' }
    if (of !== null && (shown === undefined || shown === of || isProvisional(of)))
      return { kind: 'known', account: of }
    return shown !== undefined && trusted.includes(shown)
      ? { kind: 'known', account: shown }
      : { kind: 'silent' }
  }
  if (others.length > 0 || shows.some((each) => each !== named)) return { kind: 'contradicting' }
  const proved = of === named || shown === named || fits === named || !known.includes(named)
  return proved ? { kind: 'known', account: named } : { kind: 'unproved' }
}
