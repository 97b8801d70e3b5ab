import { z } from '../../../shared/parse/zod.ts'
import { isProvisional } from '../../../shared/evidence/provisional-account.ts'
import { accountsOf } from '../../../shared/store/accounts.ts'
import { moveAccount } from '../../../shared/store/move-account.ts'
import { MINUTE } from '../../../shared/time/duration.ts'
import { instant, type Instant } from '../../../shared/time/instant.ts'
import { storedValue, type StorageArea } from '../stored-value.ts'
import type { Worker } from '../worker.ts'
import { isAccountLabel } from './account-label.ts'
import type { SignIn } from './sign-ins.ts'

/** A console page says who is signed in while it loads; one that has not after this long does not ask (our choice). */
const LONGEST_WAIT = MINUTE
/**
 * How long a label is remembered once it has been moved. A capture that was being kept at that moment is put under the
 * label afterwards, and has to follow: the browser lets no single event run for longer than five minutes.
 */
const REMEMBERED = 10 * MINUTE

/** Where what is kept under a provisional label belongs, and from when on. */
interface Destination {
  readonly to: string
  readonly due: Instant
}

const destinations: z.ZodType<Readonly<Record<string, Destination>>> = z.record(
  z.string(),
  z.object({ to: z.string(), due: z.number().transform(instant) }),
)

const waitingIn = (area: StorageArea) => storedValue(area, 'waitingPages', destinations, {})

/** Writes down that a page's captures wait, so that they find their account even when the browser is closed meanwhile. */
export async function noteWaiting({ local }: Worker, { account, before, since }: SignIn): Promise<void> {
  if (before === null || !isProvisional(account)) return
  const due = instant(since + LONGEST_WAIT)
  await waitingIn(local).change((known) =>
    account in known ? known : { ...known, [account]: { to: before, due } },
  )
}

/** Writes down whose a label is. From then on `moveWaiting` finds its way, whenever the worker dies. */
export async function noteOwner({ local, clock }: Worker, label: string, owner: string): Promise<void> {
  if (!isProvisional(label)) return
  await waitingIn(local).change((known) => ({ ...known, [label]: { to: owner, due: clock.now() } }))
}

/** Moves what waits under a label to its account, once it is due; false where it is not, or nobody knows its account. */
export async function moveWaiting(worker: Worker, label: string): Promise<boolean> {
  if (!isProvisional(label)) return false
  const known = (await waitingIn(worker.local).read())[label]
  if (!known || known.due > worker.clock.now()) return false
  await move(worker, label, known.to)
  return true
}

/** The accounts and labels under which console pages are kept, but for those that are about to move. */
export async function settledAccounts({ local, store }: Worker): Promise<readonly string[]> {
  const waiting = await waitingIn(local).read()
  const all = await accountsOf(store)
  return all.filter((each) => isAccountLabel(each) || (isProvisional(each) && !(each in waiting)))
}

/** Moves everything that is due: what dead workers left, and pages that never said who is signed in. */
export async function moveOverdue(worker: Worker): Promise<void> {
  const now = worker.clock.now()
  const known = await waitingIn(worker.local).read()
  const due = Object.entries(known).filter(([, each]) => each.due <= now)
  for (const [label, { to }] of due) await move(worker, label, to)
  const done = new Set(due.filter(([, each]) => now - each.due >= REMEMBERED).map(([label]) => label))
  if (done.size === 0) return
  await waitingIn(worker.local).change((all) =>
    Object.fromEntries(Object.entries(all).filter(([label]) => !done.has(label))),
  )
}

/** Moving is idempotent and in one transaction: a worker may die in between, and it may be done twice. */
async function move({ store, signIns }: Worker, label: string, to: string): Promise<void> {
  await moveAccount(store, label, to)
  await signIns.moved(label, to)
}
