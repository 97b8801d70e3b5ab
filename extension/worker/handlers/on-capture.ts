import type { Evidence } from '../../../shared/evidence/evidence.ts'
import type { ReadMethod } from '../../content/read-methods.ts'
import type { Reply } from '../../messages/messages.ts'
import type { ReceivedMessage } from '../../messages/read-message.ts'
import { accountIdIn, accountLabel } from '../accounts/account-label.ts'
import { installationKey } from '../accounts/installation-key.ts'
import { noteLatestAccount } from '../accounts/latest-account.ts'
import { shownAccount } from '../accounts/sign-ins.ts'
import { endWaiting, noteWaiting } from '../accounts/waiting-pages.ts'
import { notingTrouble } from '../health/keep-trouble.ts'
import { noteLastCapture } from '../health/last-captures.ts'
import { keepCapture } from '../keep-capture.ts'
import { newsSoon } from '../news/news-soon.ts'
import { tellRead } from '../recorder/tell-recorder.ts'
import { loadedPage, pageAddress, type Sender } from '../sender.ts'
import { settingsIn } from '../settings.ts'
import type { Worker } from '../worker.ts'

type CaptureMessage = Extract<ReceivedMessage, { readonly kind: 'capture' }>

/** Keeps what a page received. The reply is the content script's leave to forget it. */
export async function onCapture(worker: Worker, message: CaptureMessage, sender: Sender): Promise<Reply> {
  const { id, at, method, body } = message
  if (method === 'GetCurrentUser') {
    const accountId = accountIdIn(body)
    if (accountId !== null) await signIn(worker, sender, accountId)
    return { ok: true }
  }
  if ((await settingsIn(worker.local).read()).paused) return { ok: true }
  const signedIn = await worker.signIns.of(loadedPage(sender), worker.clock.now())
  await noteWaiting(worker, signedIn)
  const input = pageAddress(sender)
  const handed = { id, at, via: 'page', source: method, input, body } as const
  const evidence = await notingTrouble(worker, () => keepCapture(worker.store, signedIn.account, handed))
  await noteLatestAccount(worker.local, shownAccount(signedIn))
  await noteLastCapture(worker.local, method, at, evidence)
  const isHistory = method === 'ListUnifiedRequests' || evidence.captures.some(({ rows }) => rows > 0)
  if (isHistory) await tellRead(worker, sender, evidence)
  newsSoon(worker)
  return { ok: true, understood: isUnderstood(evidence, method) }
}

/** What the page showed before it said who is signed in was of the same sign-in: it moves to the account. */
async function signIn(worker: Worker, sender: Sender, accountId: string): Promise<void> {
  const account = await accountLabel(accountId, await installationKey(worker.local))
  const held = await worker.signIns.note(loadedPage(sender), account, worker.clock.now())
  await endWaiting(worker, held.account, account)
  await noteLatestAccount(worker.local, account)
}

/** Whether an answer was what its method promises; one of another shape may still be read off the page. */
const isUnderstood = ({ captures, rejects }: Evidence, method: ReadMethod): boolean =>
  rejects.length === 0 && captures.some(({ source }) => source === method)
