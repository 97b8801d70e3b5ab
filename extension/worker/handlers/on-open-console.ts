import type { Reply } from '../../messages/messages.ts'
import type { ReceivedMessage } from '../../messages/read-message.ts'
import { openConsole } from '../open-console.ts'

/** Opens the console at a place, or goes to the tab that has it. */
export async function onOpenConsole({
  place,
}: Extract<ReceivedMessage, { readonly kind: 'open_console' }>): Promise<Reply> {
  await openConsole(place ?? null)
  return { ok: true }
}
