import { isProvisional } from '../../../shared/evidence/provisional-account.ts'
import type { WaitingPages } from '../../../shared/recorder/status.ts'
import { accountsOf } from '../../../shared/store/accounts/accounts.ts'
import { countsOf } from '../../../shared/store/read-counts.ts'
import type { Worker } from '../worker.ts'
import { isAccountLabel } from './account-label.ts'
import { claimsIn, newClaim } from './page-claims.ts'
import { LONGEST_WAIT } from './sign-in.ts'
import { whosePage } from './whose-page.ts'

/** So many are listed; there is one for each page that named nobody, and was like no other. */
const MAX_LISTED = 10

/** The pages of which only the user can say whose they are, newest first, and the accounts that there are. */
export async function waitingPages({ store, local, clock }: Worker): Promise<WaitingPages> {
  const all = await accountsOf(store)
  const accounts = all.filter(isAccountLabel)
  if (accounts.length === 0) return { accounts, pages: [] }
  const claims = await claimsIn(local).read()
  const waiting = all
    .filter(isProvisional)
    .map((label) => ({ label, claim: claims[label] ?? newClaim(clock.now()) }))
    .filter(({ claim }) => !claim.apart && clock.now() - claim.since >= LONGEST_WAIT)
    .toSorted((a, b) => b.claim.since - a.claim.since)
  const pages: WaitingPages['pages'][number][] = []
  for (const { label, claim } of waiting) {
    const whose = whosePage(claim, accounts, [])
    if (pages.length === MAX_LISTED) break
    if (whose.kind === 'known' && !isProvisional(whose.account)) continue
    const { items } = await countsOf(store, label)
    const why = whose.kind === 'known' ? 'silent' : whose.kind
    const { since, said, shows } = claim
    pages.push({ label, since, why, said, shows, records: items.records, readings: items.snapshots })
  }
  return { accounts, pages }
}
