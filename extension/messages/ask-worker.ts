import type { ExtensionStatus } from '../../shared/recorder/status.ts'
import { isReply } from './messages.ts'
import type { OwnCommand } from './own-command.ts'

/** Has the worker do what one of our own pages asks, and gives the status after it. */
export async function askWorker(command: OwnCommand): Promise<ExtensionStatus> {
  const { status } = await tellWorker(command)
  if (!status) throw new Error('the extension gave no answer')
  return status
}

/** The same for a command without an answer. */
export async function tellWorker(command: OwnCommand): Promise<{ readonly status?: ExtensionStatus }> {
  const reply: unknown = await chrome.runtime.sendMessage(command)
  if (!isReply(reply)) throw new Error('the extension gave no answer')
  if (!reply.ok) throw new Error(reply.reason)
  return reply
}
