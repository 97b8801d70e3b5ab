import { NO_EVIDENCE, type Evidence } from '../../../shared/evidence/evidence.ts'
import { isProvisional } from '../../../shared/evidence/provisional-account.ts'
import type { QuotaSnapshot } from '../../../shared/evidence/kinds/quota-snapshot.ts'
import { shareGrid } from '../../../shared/evidence/same-grid.ts'
import { accountsOf } from '../../../shared/store/accounts/accounts.ts'
import { accountsThatShow } from '../../../shared/store/accounts/accounts-that-show.ts'
import { newestReadings } from '../../../shared/store/newest-readings.ts'
import type { Worker } from '../worker.ts'
import { isAccountLabel } from './account-label.ts'
import { changeClaim, silentPagesOf, withAll, type PageClaim } from './page-claims.ts'
import { whosePage, type WhosePage } from './whose-page.ts'

/** What a page shows, as far as it says whose it is. */
type Shown = Pick<Evidence, 'records' | 'snapshots'>

/**
 * Whose the pages under a label are, with what one of them has just shown and said. What is found is written down before
 * anything moves: a worker that dies later leaves enough behind for the next one to finish.
 */
export async function decideWhose(
  worker: Worker,
  label: string,
  shown: Shown = NO_EVIDENCE,
  said: string | null = null,
): Promise<WhosePage> {
  const { store, local, clock } = worker
  const known = (await accountsOf(store)).filter(isAccountLabel)
  const shows = await accountsThatShow(store, known, shown.records)
  const fitting = await accountsWithGrid(worker, known, shown.snapshots)
  const trusted = await silentPagesOf(local).read()
  let whose: WhosePage = { kind: 'silent' }
  await changeClaim(local, label, clock.now(), (claim) => {
    const next: PageClaim = {
      ...claim,
      said: said === null ? claim.said : withAll(claim.said, [said]),
      shows: withAll(claim.shows, shows),
      fits: fitting.length === 1 ? (fitting[0] ?? null) : claim.fits,
    }
    whose = whosePage(next, known, trusted)
    const of = whose.kind === 'known' ? whose.account : isProvisional(claim.of ?? '') ? claim.of : null
    return sameClaim(claim, { ...next, of }) ? claim : { ...next, of }
  })
  return whose
}

async function accountsWithGrid(
  { store }: Worker,
  known: readonly string[],
  snapshots: readonly QuotaSnapshot[],
): Promise<readonly string[]> {
  if (snapshots.length === 0) return []
  const fitting: string[] = []
  for (const account of known)
    if (shareGrid(snapshots, await newestReadings(store, account))) fitting.push(account)
  return fitting
}

const sameClaim = (one: PageClaim, other: PageClaim): boolean =>
  one.said === other.said && one.shows === other.shows && one.fits === other.fits && one.of === other.of
