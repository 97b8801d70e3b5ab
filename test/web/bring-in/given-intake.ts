import type { Store } from '../../../shared/store/database/store.ts'
import { Intake } from '../../../web/data/intake/intake.ts'
import { IntakeClient } from '../../../web/data/intake/intake-client.ts'
import type { Jobs } from '../../../web/data/intake/jobs.ts'
import type { FromWorker } from '../../../web/data/worker/protocol.ts'
import { at } from '../../time/given.ts'

const NOW = at('2026-11-30T12:00:00Z')

/** The worker in the thread of the test; messages are cloned and come later. */
export function givenIntake(store: Store) {
  return new IntakeClient(() => {
    let onMessage: (message: FromWorker<Jobs>) => void = () => {}
    const tell = (message: FromWorker<Jobs>) => setTimeout(() => onMessage(structuredClone(message)), 0)
    const intake = new Intake(store, () => NOW, tell)
    return {
      send: (message) => setTimeout(() => intake.receive(message), 0),
      listen: (listener) => {
        onMessage = listener
      },
      close: () => {},
    }
  })
}
