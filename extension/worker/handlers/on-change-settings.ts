import type { OwnCommand } from '../../messages/own-command.ts'
import type { Reply } from '../../messages/messages.ts'
import { scheduleNotifications } from '../news/schedule-notifications.ts'
import { settingsIn } from '../settings.ts'
import { statusOf } from '../status.ts'
import { tidyUp } from '../tidy-up.ts'
import type { Worker } from '../worker.ts'

/** Takes over what the user chose; a shorter retention holds at once. */
export async function onChangeSettings(
  worker: Worker,
  { change }: Extract<OwnCommand, { readonly kind: 'change_settings' }>,
): Promise<Reply> {
  await settingsIn(worker.local).change((known) => ({
    ...known,
    hiddenHours: change.hiddenHours === undefined ? known.hiddenHours : change.hiddenHours,
    keep: change.keep ?? known.keep,
    notices: change.notices ?? known.notices,
  }))
  if (change.keep) await tidyUp(worker)
  scheduleNotifications(worker)
  return { ok: true, status: await statusOf(worker) }
}
