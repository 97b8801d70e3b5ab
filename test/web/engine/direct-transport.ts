import type { Store } from '../../../shared/store/store.ts'
import { Engine } from '../../../web/data/engine/engine.ts'
import type { Notice } from '../../../web/data/engine/messages.ts'
import type { Transport } from '../../../web/data/engine/transport.ts'

/** The engine in the thread of the test. Messages are cloned and come later, as they do between threads. */
export function directTransport(store: Store, many?: number): Transport {
  let onNotice: (notice: Notice) => void = () => {}
  const toPage = postBox<Notice>((notice) => onNotice(notice))
  const engine = new Engine(store, toPage, many)
  return {
    send: postBox((instruction) => engine.receive(instruction)),
    listen: (listener) => {
      onNotice = listener
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
