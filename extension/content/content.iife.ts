import { systemClock } from '../../shared/time/clock.ts'
import { isReply, type Message, type Reply } from '../messages/messages.ts'
import { mountOverlay } from '../overlay/mount-overlay.ts'
import { rateLimit } from './rate-limit.ts'
import { readAnswer } from './read-answer.ts'
import { receivePort } from './receive-port.ts'
import { createRelay } from './relay.ts'

/*
 * The content script, in its own world. It takes answers from the page hook, keeps each until the service worker has it,
 * and draws the strip. It reads nothing else of the page.
 */
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const send = (message: Message): Promise<unknown> => chrome.runtime.sendMessage(message)

const overlay = mountOverlay(document, {
  refresh: async (language) => {
    const reply = await send({ kind: 'overlay', language }).catch((): unknown => undefined)
    return isReply(reply) && reply.ok ? (reply.overlay ?? null) : null
  },
  openConsole: (place) =>
    void send({ kind: 'open_console', ...(place && { place }) }).catch(() => overlay.showGone()),
  look: async (viewport) => {
    const reply = await send({ kind: 'look', viewport }).catch((): unknown => undefined)
    return isReply(reply) && reply.ok ? (reply.look ?? null) : null
  },
  keepLook: (viewport, look) => void send({ kind: 'keep_look', viewport, look }).catch(() => undefined),
})

const onReply = (reply: Reply) => {
  if (reply.ok) overlay.refreshSoon()
}
const relay = createRelay(send, wait, onReply, () => overlay.showGone())
const mayPass = rateLimit(systemClock.now)
const refuse = () => relay.push({ kind: 'refused', count: 1 })

receivePort(
  window,
  (port) => {
    port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const answer = readAnswer(data)
      if (!answer || !mayPass()) refuse()
      else if (answer.ok) {
        const { method, text: body } = answer
        relay.push({ kind: 'capture', id: crypto.randomUUID(), at: systemClock.now(), method, body })
      } else relay.push({ kind: 'call_refused', method: answer.method, status: answer.status })
    })
    port.start()
  },
  refuse,
)
