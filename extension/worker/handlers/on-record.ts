import type { OwnCommand } from '../../messages/own-command.ts'
import type { Reply } from '../../messages/messages.ts'
import { dispatchRecorderEvent } from '../recorder/dispatch-recorder-event.ts'
import { scheduleNotifications } from '../news/schedule-notifications.ts'
import { settingsIn } from '../settings.ts'
import { statusOf } from '../status.ts'
import type { Worker } from '../worker.ts'

/** Switches the recorder of a site on or off. Switching it on ends a pause: one click must be enough. */
export async function onRecord(
  worker: Worker,
  { site, on }: Extract<OwnCommand, { readonly kind: 'record' }>,
): Promise<Reply> {
  if (on)
    await settingsIn(worker.local).change((known) => (known.paused ? { ...known, paused: false } : known))
  await dispatchRecorderEvent(worker, site, { kind: on ? 'start' : 'switch_off' })
  scheduleNotifications(worker)
  return { ok: true, status: await statusOf(worker) }
}
