import type { Reply } from '../../messages/messages.ts'
import type { ReceivedMessage } from '../../messages/read-message.ts'
import { isOwnPage } from '../../messages/trusted-sender.ts'
import { StoreError } from '../../../shared/store/store-error.ts'
import { siteOf } from '../../../shared/recorder/sites.ts'
import { latestSummary } from '../latest-summary.ts'
import { latestAccount } from '../accounts/latest-account.ts'
import { overlayFrom } from '../overlay-from.ts'
import { overlayInTrouble } from '../overlay-in-trouble.ts'
import { recordingState } from '../recording-state.ts'
import type { Sender } from '../sender.ts'
import type { Worker } from '../worker.ts'

/** The strip of a tab's account; the popup, which belongs to no account, shows the one that was captured last. */
export async function onOverlay(
  worker: Worker,
  { language }: Extract<ReceivedMessage, { readonly kind: 'overlay' }>,
  sender: Sender,
): Promise<Reply> {
  const { local, signIns } = worker
  const tab = isOwnPage(sender, worker) ? undefined : sender.tab?.id
  const account = await (tab === undefined ? latestAccount(local) : signIns.shown(tab))
  const recording = await recordingState(local, siteOf(sender.url ?? ''))
  try {
    return { ok: true, overlay: overlayFrom(await latestSummary(worker, account), language, recording) }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    const empty = overlayFrom(await latestSummary(worker, null), language, recording)
    return { ok: true, overlay: overlayInTrouble(empty, error.kind, language) }
  }
}
