import type { OwnCommand } from '../../messages/own-command.ts'
import type { Reply } from '../../messages/messages.ts'
import { newUsagesReader, USAGES_HOSTS } from '../../../shared/recorder/usages-reader.ts'
import { statusOf } from '../status.ts'
import { planUsages } from '../usages/plan-usages.ts'
import { readUsages } from '../usages/read-usages.ts'
import { usagesKey, usagesReader } from '../usages/usages-key.ts'
import type { Worker } from '../worker.ts'

/** Keeps the key that the user entered, in place of any before, and reads once. It is not given back to anybody. */
export async function onKeepKey(
  worker: Worker,
  { key, host, account }: Extract<OwnCommand, { readonly kind: 'keep_key' }>,
): Promise<Reply> {
  await usagesKey(worker.local).change(() => key)
  const now = worker.clock.now()
  // What was asked before with another key counts: not more often than once in five minutes, whoever asks.
  await usagesReader(worker.local).change((known) => ({
    ...newUsagesReader(host, account, now),
    asked: known?.host === host ? known.asked : null,
  }))
  await readUsages(worker)
  return { ok: true, status: await statusOf(worker) }
}

/** Forgets the key, and gives the permission for its hosts back. */
export async function onEraseKey(worker: Worker): Promise<Reply> {
  await forgetKey(worker)
  return { ok: true, status: await statusOf(worker) }
}

export async function forgetKey({ local, clock }: Worker): Promise<void> {
  await usagesKey(local).change(() => null)
  await usagesReader(local).change(() => null)
  await planUsages(null, clock.now())
  const origins = USAGES_HOSTS.map((host) => `https://${host}/*`)
  await chrome.permissions.remove({ origins }).catch(() => undefined) // nothing was granted: nothing to give back
}
