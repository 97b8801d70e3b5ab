import type { OwnCommand } from '../../messages/own-command.ts'
import type { Reply } from '../../messages/messages.ts'
import { SITES } from '../../../shared/recorder/sites.ts'
import { dispatchRecorderEvent } from '../recorder/dispatch-recorder-event.ts'
import { recordersIn } from '../recorder/recorders.ts'
import { scheduleNotifications } from '../news/schedule-notifications.ts'
import { settingsIn } from '../settings.ts'
import { statusOf } from '../status.ts'
import type { Worker } from '../worker.ts'

/** Pauses all recording, or ends the pause: recorders that the pause had stopped go on. */
export async function onPause(
  worker: Worker,
  { on }: Extract<OwnCommand, { readonly kind: 'pause' }>,
): Promise<Reply> {
  await settingsIn(worker.local).change((known) => ({ ...known, paused: on }))
  const recorders = await recordersIn(worker.local).read()
  for (const site of SITES) {
    const { phase, reason } = recorders[site]
    if (on) await dispatchRecorderEvent(worker, site, { kind: 'stop' })
    else if (phase === 'stopped' && reason === 'user')
      await dispatchRecorderEvent(worker, site, { kind: 'start' })
  }
  scheduleNotifications(worker)
  return { ok: true, status: await statusOf(worker) }
}
