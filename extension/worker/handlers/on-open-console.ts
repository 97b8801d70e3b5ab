import type { Reply } from '../../messages/messages.ts'
import type { ReceivedMessage } from '../../messages/read-message.ts'
import { shownAccount } from '../accounts/shown-account.ts'
import { openConsole } from '../open-console.ts'
import type { Sender } from '../sender.ts'
import type { Worker } from '../worker.ts'

/** Opens the console at a place of the account that the tab's strip shows, or goes to the tab that has it. */
export async function onOpenConsole(
  worker: Worker,
  { place }: Extract<ReceivedMessage, { readonly kind: 'open_console' }>,
  { tab }: Sender,
): Promise<Reply> {
  const account = tab?.id === undefined ? null : (await shownAccount(worker, tab.id)).account
  await openConsole(place ?? null, account)
  return { ok: true }
}
