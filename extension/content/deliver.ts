import { MINUTE, SECOND } from '../../shared/time/duration.ts'
import { isReply, type Message, type Reply } from '../messages/messages.ts'

/** Sends a message to the service worker; resolves with whatever comes back, rejects when the channel breaks. */
export type Send = (message: Message) => Promise<unknown>

const FIRST_PAUSE = 0.25 * SECOND
const LONGEST_PAUSE = MINUTE
const LONGEST_ANSWER = MINUTE

/**
 * Sends a message as often as it takes to be answered. A worker may be killed at any moment: then sending rejects, or
 * resolves with `undefined`; both mean "again", and so does an answer that asks for it. Resolves with `gone` where no
 * answer will ever come: the extension was updated or removed under the page.
 */
export async function deliver(
  send: Send,
  wait: (ms: number) => Promise<void>,
  message: Message,
): Promise<Reply | 'gone'> {
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    const reply = await send(message).catch((error: unknown) => (isGone(error) ? 'gone' : undefined))
    if (reply === 'gone') return reply
    if (isReply(reply) && (reply.ok || !reply.again)) return reply
    await wait(pause)
  }
}

/**
 * Sending for what may be asked twice: where nothing comes back at all, not even that the channel broke, it resolves with
 * `undefined` after a minute, so that `deliver` asks anew.
 */
export const sendInTime =
  (send: Send, wait: (ms: number) => Promise<void>): Send =>
  (message) =>
    Promise.race([send(message), wait(LONGEST_ANSWER)])

/** Only a reload of the page connects it again. */
const isGone = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('Extension context invalidated')
