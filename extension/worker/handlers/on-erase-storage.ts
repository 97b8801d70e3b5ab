import type { Reply } from '../../messages/messages.ts'
import { SITES } from '../../../shared/recorder/sites.ts'
import { dispatchRecorderEvent } from '../recorder/dispatch-recorder-event.ts'
import { forgetKey } from './on-key.ts'
import type { Worker } from '../worker.ts'

/** Forgets settings, keys and counts; what recorders there are, stop. The database is erased by the page that asks. */
export async function onEraseStorage(worker: Worker): Promise<Reply> {
  for (const site of SITES) await dispatchRecorderEvent(worker, site, { kind: 'switch_off' })
  await forgetKey(worker)
  await worker.local.clear()
  await worker.session.clear()
  return { ok: true }
}
