import type { Reply } from '../messages/messages.ts'
import { readOwnCommand, type OwnCommand } from '../messages/own-command.ts'
import { readMessage, type ReceivedMessage } from '../messages/read-message.ts'
import { isOwnPage, isTrustedSender } from '../messages/trusted-sender.ts'
import { onAssignPages } from './handlers/on-assign-pages.ts'
import { onAwaitReset } from './handlers/on-await-reset.ts'
import { onCallRefused } from './handlers/on-call-refused.ts'
import { onCapture } from './handlers/on-capture.ts'
import { onChangeSettings } from './handlers/on-change-settings.ts'
import { onEraseStorage } from './handlers/on-erase-storage.ts'
import { onEraseKey, onKeepKey } from './handlers/on-key.ts'
import { onLook } from './handlers/on-look.ts'
import { onOpenConsole } from './handlers/on-open-console.ts'
import { onOverlay } from './handlers/on-overlay.ts'
import { onPause } from './handlers/on-pause.ts'
import { onRecord } from './handlers/on-record.ts'
import { onReduceKept } from './handlers/on-reduce-kept.ts'
import { onRefused } from './handlers/on-refused.ts'
import { onSignedOut } from './handlers/on-signed-out.ts'
import { onStatus } from './handlers/on-status.ts'
import { onTable } from './handlers/on-table.ts'
import { withDocument, type Sender } from './sender.ts'
import type { Worker } from './worker.ts'

const NOT_OURS: Reply = { ok: false, again: false, reason: 'not a message of ours' }

/**
 * Answers a message. Content scripts may hand over captures and look at the strip's model; only our own pages may change
 * anything (docs/threat-model.md). Everything else is refused.
 */
export async function answerMessage(worker: Worker, message: unknown, sender: Sender): Promise<Reply> {
  const received = readMessage(message)
  if (isOwnPage(sender, worker)) {
    if (received?.kind === 'overlay') return onOverlay(worker, received, sender)
    const command = readOwnCommand(message)
    return command ? obey(worker, command) : NOT_OURS
  }
  if (!received || !isTrustedSender(sender, worker.ownId)) return NOT_OURS
  return handle(worker, received, sender)
}

function handle(worker: Worker, message: ReceivedMessage, sender: Sender): Promise<Reply> {
  switch (message.kind) {
    case 'capture':
      return onCapture(worker, message, withDocument(sender, message.page))
    case 'table':
      return onTable(worker, message, withDocument(sender, message.page))
    case 'call_refused':
      return onCallRefused(worker, message, sender)
    case 'signed_out':
      return onSignedOut(worker, sender)
    case 'refused':
      return onRefused(worker, message)
    case 'overlay':
      return onOverlay(worker, message, sender)
    case 'open_console':
      return onOpenConsole(worker, message, sender)
    case 'look':
    case 'keep_look':
      return onLook(worker, message)
    default:
      return message satisfies never
  }
}

function obey(worker: Worker, command: OwnCommand): Promise<Reply> {
  switch (command.kind) {
    case 'status':
      return onStatus(worker)
    case 'record':
      return onRecord(worker, command)
    case 'pause':
      return onPause(worker, command)
    case 'change_settings':
      return onChangeSettings(worker, command)
    case 'keep_key':
      return onKeepKey(worker, command)
    case 'erase_key':
      return onEraseKey(worker)
    case 'assign_pages':
      return onAssignPages(worker, command)
    case 'reduce_kept':
      return onReduceKept(worker)
    case 'await_reset':
      return onAwaitReset(worker, command)
    case 'erase_storage':
      return onEraseStorage(worker)
    default:
      return command satisfies never
  }
}
