import type { Reply } from '../../messages/messages.ts'
import { reportSignedOut } from '../recorder/report-to-recorder.ts'
import type { Sender } from '../sender.ts'
import type { Worker } from '../worker.ts'

/** A page asks to sign in: the recorder stops, if it is its page. */
export async function onSignedOut(worker: Worker, sender: Sender): Promise<Reply> {
  await reportSignedOut(worker, sender)
  return { ok: true }
}
