import type { Reply } from '../../messages/messages.ts'
import type { ReceivedMessage } from '../../messages/read-message.ts'
import { noteLatestAccount } from '../accounts/latest-account.ts'
import { shownAccount } from '../accounts/sign-ins.ts'
import { noteWaiting } from '../accounts/waiting-pages.ts'
import { notingTrouble } from '../health/keep-trouble.ts'
import { noteLastCapture } from '../health/last-captures.ts'
import { keepCapture } from '../keep-capture.ts'
import { newsSoon } from '../news/news-soon.ts'
import { tellRead } from '../recorder/tell-recorder.ts'
import { loadedPage, pageAddress, type Sender } from '../sender.ts'
import { settingsIn } from '../settings.ts'
import type { Worker } from '../worker.ts'

type TableMessage = Extract<ReceivedMessage, { readonly kind: 'table' }>

/** Keeps what a page showed, where its own answers could not be had. */
export async function onTable(worker: Worker, message: TableMessage, sender: Sender): Promise<Reply> {
  if ((await settingsIn(worker.local).read()).paused) return { ok: true }
  const { id, at, fromTop, source, zone, body } = message
  const signedIn = await worker.signIns.of(loadedPage(sender), worker.clock.now())
  await noteWaiting(worker, signedIn)
  const shown = { id, via: 'table', source, input: pageAddress(sender), body, zone, keptSince: at } as const
  const evidence = await notingTrouble(worker, () =>
    keepCapture(worker.store, signedIn.account, { ...shown, at: fromTop ? at : null }),
  )
  await noteLatestAccount(worker.local, shownAccount(signedIn))
  await noteLastCapture(worker.local, source, at, evidence)
  if (source === 'history_text' && fromTop) await tellRead(worker, sender, evidence)
  newsSoon(worker)
  return { ok: true }
}
