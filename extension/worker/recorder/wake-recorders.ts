import { z } from '../../../shared/parse/zod.ts'
import { SITES } from '../../../shared/recorder/sites.ts'
import { storedValue } from '../stored-value.ts'
import type { Worker } from '../worker.ts'
import { dispatchRecorderEvent } from './dispatch-recorder-event.ts'
import { planRecorder } from './plan-recorder.ts'
import { recordersIn } from './recorders.ts'

/**
 * To be done whenever the worker begins. Session storage is gone with the browser (and with an update of the extension):
 * then numbers of tabs mean other tabs, and must not be used. Alarms may be gone, too.
 */
export async function wakeRecorders(worker: Worker): Promise<void> {
  const awake = storedValue(worker.session, 'awake', z.boolean(), false)
  if (!(await awake.read())) {
    for (const site of SITES) await dispatchRecorderEvent(worker, site, { kind: 'browser_started' })
    await awake.change(() => true)
    return
  }
  const known = await recordersIn(worker.local).read()
  for (const site of SITES) {
    const { due } = known[site]
    if (due !== null) await planRecorder(site, due)
  }
}
