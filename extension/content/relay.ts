import { MINUTE, SECOND } from '../../shared/time/duration.ts'
import { isReply, type Message, type Reply } from '../messages/messages.ts'

/** Sends a message to the service worker; resolves with whatever comes back, rejects when the channel breaks. */
export type Send = (message: Message) => Promise<unknown>

export interface Relay {
  /** Hands a message over, as often as it takes, one by one, in their order. False: too much is waiting already. */
  readonly push: (message: Message) => boolean
  readonly waiting: () => number
}

const FIRST_PAUSE = 0.25 * SECOND
const LONGEST_PAUSE = MINUTE
/** What may wait while the worker cannot keep anything, as on a full disk. In messages, and in characters of bodies. */
const MOST_WAITING = 300
const MOST_CHARACTERS = 32_000_000

/**
 * Keeps every message until the worker has acknowledged it. A worker may be killed at any moment: then sending rejects,
 * or resolves with `undefined`; both mean "again". The worker knows a capture by its id, so one that was kept before the
 * acknowledgement got lost is not kept twice.
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

  const deliver = async (message: Message): Promise<boolean> => {
    for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      const reply = await send(message).catch((error: unknown) => (isGone(error) ? 'gone' : undefined))
      if (reply === 'gone') return false
      if (isReply(reply)) onReply(reply, message)
      if (isReply(reply) && (reply.ok || !reply.again)) return true
      await wait(pause)
    }
  }

  const run = async () => {
    if (running) return
    running = true
    for (let next = queue[0]; next; next = queue[0]) {
      if (!(await deliver(next))) {
        onGone()
        return
      }
      queue.shift()
      characters -= lengthOf(next)
    }
    running = false
  }

  return {
    push: (message) => {
      if (queue.length >= MOST_WAITING || characters + lengthOf(message) > MOST_CHARACTERS) return false
      queue.push(message)
      characters += lengthOf(message)
      void run()
      return true
    },
    waiting: () => queue.length,
  }
}

const lengthOf = (message: Message): number => ('body' in message ? message.body.length : 0)

/** The extension was updated or removed under this page: only a reload of the page connects it again. */
const isGone = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('Extension context invalidated')
