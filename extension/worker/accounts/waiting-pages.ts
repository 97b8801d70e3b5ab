import { z } from '../../../shared/parse/zod.ts'
import { isProvisional } from '../../../shared/evidence/provisional-account.ts'
import { moveAccount } from '../../../shared/store/move-account.ts'
import { MINUTE } from '../../../shared/time/duration.ts'
import { instant } from '../../../shared/time/instant.ts'
import { storedValue, type StorageArea } from '../stored-value.ts'
import type { Worker } from '../worker.ts'
import type { SignIn } from './sign-ins.ts'

/** A console page says who is signed in while it loads; one that has not after this long does not ask (our choice). */
const LONGEST_WAIT = MINUTE

const waiting: z.ZodType<Readonly<Record<string, { readonly before: string; readonly since: number }>>> =
  z.record(z.string(), z.object({ before: z.string(), since: z.number() }))

const waitingIn = (area: StorageArea) => storedValue(area, 'waitingPages', waiting, {})

/** Writes down that a page's captures wait, so that they find their account even when the browser is closed meanwhile. */
export async function noteWaiting({ local }: Worker, { account, before, since }: SignIn): Promise<void> {
  if (before === null || !isProvisional(account)) return
  await waitingIn(local).change((known) =>
    account in known ? known : { ...known, [account]: { before, since } },
  )
}

/** Moves what waited to an account: putting is idempotent and in one transaction, so a worker may die in between. */
export async function endWaiting(worker: Worker, from: string, to: string): Promise<void> {
  if (!isProvisional(from) || from === to) return
  await moveAccount(worker.store, from, to)
  await worker.signIns.moved(from, to)
  await waitingIn(worker.local).change((known) => {
    const { [from]: _, ...others } = known
    return others
  })
}

/** Gives pages that never said who is signed in to who was signed in before. */
export async function endOverdueWaiting(worker: Worker): Promise<void> {
  const now = worker.clock.now()
  const known = await waitingIn(worker.local).read()
  for (const [account, { before, since }] of Object.entries(known))
    if (now - instant(since) >= LONGEST_WAIT) await endWaiting(worker, account, before)
}
