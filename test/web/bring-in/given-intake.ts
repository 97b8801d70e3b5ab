import type { Store } from '../../../shared/store/database/store.ts'
import { Intake } from '../../../web/data/intake/intake.ts'
import { IntakeClient } from '../../../web/data/intake/intake-client.ts'
import type { Jobs } from '../../../web/data/intake/jobs.ts'
import type { FromWorker } from '../../../web/data/worker/protocol.ts'

/** The worker in the thread of the test; messages are cloned and come later. */
export function givenIntake(store: Store) {
  return new IntakeClient(() => {
    let onMessage: (message: FromWorker<Jobs>) => void = () => {}
    const intake = new Intake(store, (message) => setTimeout(() => onMessage(structuredClone(message)), 0))
    return {
      send: (message) => setTimeout(() => intake.receive(message), 0),
      listen: (listener) => {
        onMessage = listener
      },
      close: () => {},
    }
  })
}
