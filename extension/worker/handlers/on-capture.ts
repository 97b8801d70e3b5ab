import type { Evidence } from '../../../shared/evidence/evidence.ts'
import type { ReadMethod } from '../../content/read-methods.ts'
import type { Reply } from '../../messages/messages.ts'
import type { ReceivedMessage } from '../../messages/read-message.ts'
import { accountIdIn } from '../accounts/account-label.ts'
import { signIn } from '../accounts/sign-in.ts'
import { keepPageCapture } from '../keep-page-capture.ts'
import { scheduleNotifications } from '../news/schedule-notifications.ts'
import { reportRead } from '../recorder/report-to-recorder.ts'
import { loadedPage, type Sender } from '../sender.ts'
import { settingsIn } from '../settings.ts'
import type { Worker } from '../worker.ts'

type CaptureMessage = Extract<ReceivedMessage, { readonly kind: 'capture' }>

/** Keeps what a page received. The reply is the content script's leave to forget it. */
export async function onCapture(worker: Worker, message: CaptureMessage, sender: Sender): Promise<Reply> {
  const { id, at, method, body } = message
  if (method === 'GetCurrentUser') {
    const accountId = accountIdIn(body)
    if (accountId !== null) await signIn(worker, loadedPage(sender), accountId)
    return { ok: true }
  }
  if ((await settingsIn(worker.local).read()).paused) return { ok: true }
  const evidence = await keepPageCapture(worker, sender, {
    id,
    at,
    keptSince: at,
    via: 'page',
    source: method,
    body,
  })
  const isHistory = method === 'ListUnifiedRequests' || evidence.captures.some(({ rows }) => rows > 0)
  if (isHistory) await reportRead(worker, sender, evidence)
  scheduleNotifications(worker)
  return { ok: true, understood: isUnderstood(evidence, method) }
}

/** Whether an answer was what its method promises; one of another shape may still be read off the page. */
const isUnderstood = ({ captures, rejects }: Evidence, method: ReadMethod): boolean =>
  rejects.length === 0 && captures.some(({ source }) => source === method)
