import type { Reply } from '../../messages/messages.ts'
import type { ReceivedMessage } from '../../messages/read-message.ts'
import { reportRefused } from '../recorder/report-to-recorder.ts'
import type { Sender } from '../sender.ts'
import type { Worker } from '../worker.ts'

/** The service refused a call of the page: the recorder rests, if it is its page. */
export async function onCallRefused(
  worker: Worker,
  { status }: Extract<ReceivedMessage, { readonly kind: 'call_refused' }>,
  sender: Sender,
): Promise<Reply> {
  await reportRefused(worker, sender, status)
  return { ok: true }
}
