import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { isProvisional } from '../../../shared/evidence/provisional-account.ts'
import { accountsOf } from '../../../shared/store/accounts/accounts.ts'
import { accountsThatShow } from '../../../shared/store/accounts/accounts-that-show.ts'
import { moveAccount } from '../../../shared/store/accounts/move-account.ts'
import { evidenceOf } from '../../../shared/store/read-evidence.ts'
import { StoreError } from '../../../shared/store/database/store-error.ts'
import { MINUTE } from '../../../shared/time/duration.ts'
import { createSerialQueue } from '../serial-queue.ts'
import type { Worker } from '../worker.ts'
import { accountLabel, isAccountLabel } from './account-label.ts'
import { installationKey } from './installation-key.ts'
import { latestAccount, noteLatestAccount } from './latest-account.ts'
import { decideWhose } from './decide-whose.ts'
import { changeClaim, claimsIn, newClaim, silentPagesOf, withAll, type PageClaim } from './page-claims.ts'
import type { LoadedPage } from './sign-ins.ts'

/** A console page says who is signed in while it loads; one that has not after this long does not say it (our choice). */
export const LONGEST_WAIT = MINUTE
/**
 * How long a claim is remembered once nothing waits under its label. A capture that was being kept at that moment may be put
 * under the label afterwards, and has to follow: the browser lets no single event run for longer than five minutes.
 */
const REMEMBERED = 10 * MINUTE

/** Whose a page is and whom to show last are two values: nobody may look at one while the other is about to change. */
const turn = createSerialQueue()

/** A page said who is signed in. */
export async function signIn(worker: Worker, page: LoadedPage, accountId: string): Promise<void> {
  const account = await accountLabel(accountId, await installationKey(worker.local))
  await turn(async () => {
    const { label } = await worker.signIns.of(page, worker.clock.now())
    const whose = await decideWhose(worker, label, await evidenceOf(worker.store, label), account)
    if (whose.kind !== 'known') return
    await settleOrWait(worker, label, whose.account)
    await noteLatest(worker, whose.account)
  })
}

/** Where what a page has just shown belongs: to the account whose page it is, or under its label. */
export async function ownerOf(worker: Worker, label: string, shown: Evidence): Promise<string> {
  if (!isProvisional(label)) return label
  return turn(async () => {
    const whose = await decideWhose(worker, label, shown)
    return whose.kind === 'known' ? whose.account : label
  })
}

/** After a capture of a page was kept: what waits under its label follows where it belongs, and whom to show is noted. */
export async function followSignIn(worker: Worker, label: string): Promise<void> {
  await turn(async () => {
    const of = (await claimsIn(worker.local).read())[label]?.of ?? null
    if (of !== null) await settleOrWait(worker, label, of)
    await noteLatest(worker, of ?? label)
  })
}

/** A page of which nobody knows whose it is takes the place of no account. */
async function noteLatest({ local }: Worker, account: string): Promise<void> {
  const latest = await latestAccount(local)
  if (!isProvisional(account) || latest === null || isProvisional(latest))
    await noteLatestAccount(local, account)
}

/** A day that is damaged takes nothing in, and whoever showed the page cannot help it: what waits goes on waiting. */
async function settleOrWait(worker: Worker, label: string, account: string): Promise<void> {
  try {
    await settle(worker, label, account)
  } catch (error) {
    if (!(error instanceof StoreError) || error.kind !== 'damaged') throw error
  }
}

/** The user said whose the pages under a label are (null: of no account that there is). Throws where they are no such pages. */
export async function assignPages(worker: Worker, label: string, account: string | null): Promise<void> {
  await turn(async () => {
    const { local, store, clock } = worker
    if (!isProvisional(label) || !(await accountsOf(store)).includes(label)) return
    if (account !== null && !(await accountsOf(store)).filter(isAccountLabel).includes(account))
      throw new Error('there is no such account')
    const before = (await claimsIn(local).read())[label] ?? newClaim(clock.now())
    await changeClaim(local, label, clock.now(), (claim) => byTheUser(claim, account))
    if (account === null) return
    const silent = before.said.length === 0 && before.shows.includes(account)
    if (silent) await silentPagesOf(local).change((known) => withAll(known, [account]))
    await settle(worker, label, account)
    await noteLatest(worker, account)
  })
}

function byTheUser(claim: PageClaim, account: string | null): PageClaim {
  if (account === null) return { ...claim, apart: true }
  const said = claim.said.length === 0 ? [] : [account]
  return { ...claim, said, shows: [], of: account }
}

/**
 * Settles what can be settled by now: what dead workers left, and pages that had to wait for another page. Pages that never
 * said who is signed in, and show rows of each other, are put together: else each reload would begin a history of its own.
 */
export async function settleWaiting(worker: Worker): Promise<void> {
  await turn(async () => {
    for (const label of (await accountsOf(worker.store)).filter(isProvisional)) {
      const whose = await decideWhose(worker, label, await evidenceOf(worker.store, label))
      if (whose.kind === 'known') await settleOrWait(worker, label, whose.account)
      else if (whose.kind === 'silent') await putWithOthers(worker, label)
    }
    await forgetClaims(worker)
  })
}

async function putWithOthers(worker: Worker, label: string): Promise<void> {
  const { store, local, clock } = worker
  const claims = await claimsIn(local).read()
  const own = claims[label]
  if (!own || own.apart || clock.now() - own.since < LONGEST_WAIT) return
  const older = (await accountsOf(store))
    .filter((each) => each !== label && isOlderLike(own, claims[each]))
    .toSorted((a, b) => (claims[a]?.since ?? 0) - (claims[b]?.since ?? 0))
  const { records } = await evidenceOf(store, label)
  const [other] = await accountsThatShow(store, older, records)
  if (other === undefined) return
  await changeClaim(local, label, clock.now(), (claim) => ({ ...claim, of: other }))
  await settleOrWait(worker, label, other)
}

/** Older pages that name nobody either, and show rows of the same accounts. */
const isOlderLike = (own: PageClaim, other: PageClaim | undefined): boolean =>
  other?.said.length === 0 && other.since <= own.since && other.shows.join() === own.shows.join()

/** Moving is idempotent and in one transaction: a worker may die in between, and it may be done twice. */
async function settle(worker: Worker, label: string, account: string): Promise<void> {
  const { store, local } = worker
  await moveAccount(store, label, account)
  if ((await latestAccount(local)) === label) await noteLatestAccount(local, account)
  if (!isAccountLabel(account)) return
  // pages that named this account, and had to wait until it had something to compare them with
  const claims = await claimsIn(local).read()
  for (const other of (await accountsOf(store)).filter(isProvisional)) {
    if (other === label || !claims[other]?.said.includes(account)) continue
    const whose = await decideWhose(worker, other, await evidenceOf(store, other))
    if (whose.kind === 'known') await moveAccount(store, other, whose.account)
  }
}

/** Forgets the claims of labels under which nothing is, and of which no page is open. */
async function forgetClaims({ store, local, signIns, clock }: Worker): Promise<void> {
  const used = new Set([...(await accountsOf(store)), ...(await signIns.labels())])
  await claimsIn(local).change((known) => {
    const kept = Object.entries(known).filter(
      ([label, { since }]) => used.has(label) || clock.now() - since < REMEMBERED,
    )
    return kept.length === Object.keys(known).length ? known : Object.fromEntries(kept)
  })
}
