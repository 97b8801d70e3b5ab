import { openStore } from '../../../shared/store/open-store.ts'
import { Engine } from './engine.ts'
import type { Instruction, Notice } from './messages.ts'

/** The thread of the engine: its own connection to the database, and messages in and out. */
const engine = new Engine(openStore(), (notice: Notice) => {
  // A worker has no origin to aim at: the rule is about windows.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  self.postMessage(notice)
})
self.addEventListener('message', ({ data }: MessageEvent<Instruction>) => engine.receive(data))
