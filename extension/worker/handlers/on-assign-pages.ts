import type { OwnCommand } from '../../messages/own-command.ts'
import type { Reply } from '../../messages/messages.ts'
import { assignPages } from '../accounts/sign-in.ts'
import { scheduleNotifications } from '../news/schedule-notifications.ts'
import { statusOf } from '../status.ts'
import type { Worker } from '../worker.ts'

/** The user said whose pages are that nobody else could tell. */
export async function onAssignPages(
  worker: Worker,
  { label, account }: Extract<OwnCommand, { readonly kind: 'assign_pages' }>,
): Promise<Reply> {
  await assignPages(worker, label, account)
  scheduleNotifications(worker)
  return { ok: true, status: await statusOf(worker) }
}
