import type { Reply } from '../../messages/messages.ts'
import type { ReceivedMessage } from '../../messages/read-message.ts'
import { isOwnPage } from '../../messages/trusted-sender.ts'
import { StoreError } from '../../../shared/store/database/store-error.ts'
import { siteOf } from '../../../shared/recorder/sites.ts'
import { latestSummary } from '../latest-summary.ts'
import { latestAccount } from '../accounts/latest-account.ts'
import { shownAccount } from '../accounts/shown-account.ts'
import { isSpent } from '../health/page-budget.ts'
import { overlayFrom } from '../overlay/overlay-from.ts'
import {
  overlayInTrouble,
  overlayOfNobody,
  overlaySpent,
  overlayWaiting,
} from '../overlay/overlay-in-trouble.ts'
import { recordingState } from '../recording-state.ts'
import type { Sender } from '../sender.ts'
import type { Worker } from '../worker.ts'

/** The strip of a tab's account; the popup, which belongs to no account, shows the one that was captured last. */
export async function onOverlay(
  worker: Worker,
  { language }: Extract<ReceivedMessage, { readonly kind: 'overlay' }>,
  sender: Sender,
): Promise<Reply> {
  const { local } = worker
  const tab = isOwnPage(sender, worker) ? undefined : sender.tab?.id
  const recording = await recordingState(local, siteOf(sender.url ?? ''))
  try {
    const { account, waits } =
      tab === undefined
        ? { account: await latestAccount(local), waits: false }
        : await shownAccount(worker, tab)
    const overlay = overlayFrom(await latestSummary(worker, account), language, recording)
    if (waits) return { ok: true, overlay: overlayWaiting(overlay, language) }
    if (account === null) return { ok: true, overlay: overlayOfNobody(overlay) }
    const spent = tab !== undefined && (await isSpent(worker, tab))
    return { ok: true, overlay: spent ? overlaySpent(overlay, language) : overlay }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    const empty = overlayFrom(await latestSummary(worker, null), language, recording)
    return { ok: true, overlay: overlayInTrouble(empty, error.kind, language) }
  }
}
