import type { Reply } from '../../messages/messages.ts'
import type { ReceivedMessage } from '../../messages/read-message.ts'
import { keepPageCapture } from '../keep-page-capture.ts'
import { scheduleNotifications } from '../news/schedule-notifications.ts'
import { reportRead } from '../recorder/report-to-recorder.ts'
import type { Sender } from '../sender.ts'
import { settingsIn } from '../settings.ts'
import type { Worker } from '../worker.ts'

type TableMessage = Extract<ReceivedMessage, { readonly kind: 'table' }>

/** Keeps what a page showed, where its own answers could not be had. */
export async function onTable(worker: Worker, message: TableMessage, sender: Sender): Promise<Reply> {
  if ((await settingsIn(worker.local).read()).paused) return { ok: true }
  const { id, at, fromTop, source, zone, body } = message
  const shown = { id, via: 'table', source, body, zone, keptSince: at } as const
  const evidence = await keepPageCapture(worker, sender, { ...shown, at: fromTop ? at : null })
  if (source === 'history_text' && fromTop) await reportRead(worker, sender, evidence)
  scheduleNotifications(worker)
  return { ok: true }
}
