import type { Reply } from '../../messages/messages.ts'
import type { ReceivedMessage } from '../../messages/read-message.ts'
import { noteRefused } from '../refused-count.ts'
import type { Worker } from '../worker.ts'

/** Counts what a page handed over and our content script refused (wrong port, shape, size or rate). */
export async function onRefused(
  { local }: Worker,
  { count }: Extract<ReceivedMessage, { readonly kind: 'refused' }>,
): Promise<Reply> {
  await noteRefused(local, count)
  return { ok: true }
}
