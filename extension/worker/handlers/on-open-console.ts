import type { Reply } from '../../messages/messages.ts'
import type { ReceivedMessage } from '../../messages/read-message.ts'
import { openConsole } from '../open-console.ts'
import type { Sender } from '../sender.ts'
import type { Worker } from '../worker.ts'

/** Opens the console at a place of the account that the tab's strip shows, or goes to the tab that has it. */
export async function onOpenConsole(
  { signIns }: Worker,
  { place }: Extract<ReceivedMessage, { readonly kind: 'open_console' }>,
  { tab }: Sender,
): Promise<Reply> {
  await openConsole(place ?? null, tab?.id === undefined ? null : await signIns.shown(tab.id))
  return { ok: true }
}
