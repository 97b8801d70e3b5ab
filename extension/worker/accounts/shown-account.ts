import { accountsOf } from '../../../shared/store/accounts/accounts.ts'
import type { Worker } from '../worker.ts'
import { isAccountLabel } from './account-label.ts'
import { claimsIn } from './page-claims.ts'
import { LONGEST_WAIT } from './sign-in.ts'

/** Whom the strip of a tab shows. */
export interface ShownAccount {
  /** Null while it is not known whose the page is: then nothing of anybody's history is shown. */
  readonly account: string | null
  /** It will not be known before the user says so. */
  readonly waits: boolean
}

/** Whom the strip of a tab shows: nobody until it is known whose the page is; its own rows where there is no account yet. */
export async function shownAccount(
  { store, local, signIns, clock }: Worker,
  tab: number,
): Promise<ShownAccount> {
  const page = await signIns.inTab(tab)
  if (page === null) return { account: null, waits: false }
  const claim = (await claimsIn(local).read())[page.label]
  if (claim?.of) return { account: claim.of, waits: false }
  const any = (await accountsOf(store)).some(isAccountLabel)
  if (!any || claim?.apart) return { account: page.label, waits: false }
  return { account: null, waits: clock.now() - page.since >= LONGEST_WAIT }
}
