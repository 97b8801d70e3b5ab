import { isProvisional } from '../../../shared/evidence/provisional-account.ts'
import type { UsageRecord } from '../../../shared/evidence/usage-record.ts'
import { accountWithAnyRecord } from '../../../shared/store/account-with-any-record.ts'
import { createSerialQueue } from '../serial-queue.ts'
import type { Worker } from '../worker.ts'
import { accountLabel } from './account-label.ts'
import { installationKey } from './installation-key.ts'
import { noteLatestAccount } from './latest-account.ts'
import { shownAccount, type LoadedPage } from './sign-ins.ts'
import { moveWaiting, noteOwner, settledAccounts } from './waiting-pages.ts'

/** Whose a page is and whom to show last are two values: nobody may look at one while the other is about to change. */
const turn = createSerialQueue()

/**
 * A page said who is signed in: what it showed before was of the same sign-in, and moves to the account. Whose it is gets
 * written down first: a worker that dies at any later step leaves enough behind for the next one to finish.
 */
export async function signIn(worker: Worker, page: LoadedPage, accountId: string): Promise<void> {
  const account = await accountLabel(accountId, await installationKey(worker.local))
  await turn(async () => {
    const held = await worker.signIns.of(page, worker.clock.now())
    await noteOwner(worker, held.account, account)
    await worker.signIns.note(page, account, worker.clock.now())
    await moveWaiting(worker, held.account)
    await noteLatestAccount(worker.local, account)
  })
}

/**
 * After rows of a page were kept under a label: lets them follow where that label went meanwhile, and notes whose console
 * was captured last. A label of which nobody knows whose it is goes to the account that has shown one of its rows before:
 * a console that never says who is signed in would else begin a new history in each tab.
 */
export async function followSignIn(
  worker: Worker,
  page: LoadedPage,
  label: string,
  rows: readonly UsageRecord[],
): Promise<void> {
  await turn(async () => {
    if (!(await moveWaiting(worker, label))) await joinKnown(worker, label, rows)
    await noteLatestAccount(worker.local, shownAccount(await worker.signIns.of(page, worker.clock.now())))
  })
}

async function joinKnown(worker: Worker, label: string, rows: readonly UsageRecord[]): Promise<void> {
  if (!isProvisional(label)) return
  const others = (await settledAccounts(worker)).filter((each) => each !== label)
  const owner = await accountWithAnyRecord(worker.store, others, rows)
  if (owner === null) return
  await noteOwner(worker, label, owner)
  await moveWaiting(worker, label)
}
