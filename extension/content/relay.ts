import type { Message, Reply } from '../messages/messages.ts'
import { deliver, type Send } from './deliver.ts'

export interface Relay {
  /** Hands a message over, as often as it takes, one by one, in their order. False: too much is waiting already. */
  readonly push: (message: Message) => boolean
  readonly waiting: () => number
}

/** What may wait while the worker cannot keep anything, as on a full disk. In messages, and in characters of bodies. */
const MAX_WAITING = 300
const MAX_CHARACTERS = 32_000_000

/**
 * Keeps every message until the worker has acknowledged it. The worker knows a capture by its id, so one that was kept
 * before the acknowledgement got lost is not kept twice.
 */
export function createRelay(
  send: Send,
  wait: (ms: number) => Promise<void>,
  onReply: (reply: Reply, message: Message) => void,
  onGone: () => void,
): Relay {
  const queue: Message[] = []
  let characters = 0
  let running = false
  let gone = false

  const run = async () => {
    if (running) return
    running = true
    for (let next = queue[0]; next; next = queue[0]) {
      const reply = await deliver(send, wait, next)
      if (reply === 'gone') {
        // what waits can never be handed over; the page asks for all of it anew when it is loaded again
        gone = true
        queue.length = 0
        characters = 0
        onGone()
        return
      }
      onReply(reply, next)
      queue.shift()
      characters -= lengthOf(next)
    }
    running = false
  }

  return {
    push: (message) => {
      if (gone) return true
      if (queue.length >= MAX_WAITING || characters + lengthOf(message) > MAX_CHARACTERS) return false
      queue.push(message)
      characters += lengthOf(message)
      void run()
      return true
    },
    waiting: () => queue.length,
  }
}

const lengthOf = (message: Message): number => ('body' in message ? message.body.length : 0)
