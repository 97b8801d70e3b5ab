import type { Store } from '../../../shared/store/database/store.ts'
import { Engine } from '../../../web/data/engine/engine.ts'
import type { EngineOperations } from '../../../web/data/engine/operations.ts'
import type { FromWorker } from '../../../web/data/worker/protocol.ts'
import type { WorkerLink } from '../../../web/data/worker/worker-link.ts'

/** The engine in the thread of the test. Messages are cloned and come later, as they do between threads. */
export function directLink(store: Store, many?: number): WorkerLink<EngineOperations> {
  let onMessage: (message: FromWorker<EngineOperations>) => void = () => {}
  const toPage = postBox<FromWorker<EngineOperations>>((message) => onMessage(message))
  const engine = new Engine(store, toPage, many)
  return {
    send: postBox((message) => engine.receive(message)),
    listen: (listener) => {
      onMessage = listener
    },
    close: () => engine.close(),
  }
}

/** Delivers what was posted in one go, in its order, once the poster has finished. */
function postBox<Message>(deliver: (message: Message) => void): (message: Message) => void {
  let waiting: Message[] = []
  return (message) => {
    if (waiting.length === 0)
      setTimeout(() => {
        const posted = waiting
        waiting = []
        for (const each of posted) deliver(each)
      }, 0)
    waiting.push(structuredClone(message))
  }
}
