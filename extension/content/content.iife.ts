import { systemClock } from '../../shared/time/clock.ts'
import type { Message } from '../messages/messages.ts'
import { mountOverlay } from '../overlay/mount-overlay.ts'
import { pageLanguage } from '../overlay/page-look.ts'
import { createPageReader } from '../page/page-reader.ts'
import { deliver, sendInTime } from './deliver.ts'
import { createRateGate } from './rate-gate.ts'
import { readAnswer } from './read-answer.ts'
import { receivePort } from './receive-port.ts'
import { createRefusals } from './refusals.ts'
import { createRelay } from './relay.ts'

/*
 * The content script, in its own world. It takes answers from the page hook, keeps each until the service worker has it,
 * and draws the strip. Where answers cannot be had it reads what the page shows, as text.
 */
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const after = (ms: number, then: () => void) => void setTimeout(then, ms)
// in an async function, since it throws at once where the extension is gone
/** Firefox names no documents to the worker; no script of the page learns this name. */
const PAGE = crypto.randomUUID()

const send = async (message: Message): Promise<unknown> => chrome.runtime.sendMessage(message)

/** The worker's answer, however often it has to be asked; null for a refusal, and where the extension is gone. */
const ask = async (message: Message, by = send) => {
  const reply = await deliver(by, wait, message)
  if (reply === 'gone') overlay.showGone()
  return reply !== 'gone' && reply.ok ? reply : null
}

/** Its id goes with the extension, at once; calls fail only when they are made. */
const isGone = () => !chrome.runtime?.id

const overlay = mountOverlay(document, {
  refresh: async (language) =>
    (await ask({ kind: 'overlay', language }, sendInTime(send, wait)))?.overlay ?? null,
  openConsole: (place) => void ask({ kind: 'open_console', ...(place && { place }) }),
  look: async (viewport) => (await ask({ kind: 'look', viewport }))?.look ?? null,
  keepLook: (viewport, look) => void looks.push({ kind: 'keep_look', viewport, look }),
  isGone,
  onGone: () => reader.stop(),
})

const relay = createRelay(
  send,
  wait,
  (reply, message) => {
    if (!reply.ok) return
    overlay.refreshSoon()
    if (message.kind === 'capture' && reply.understood === true) reader.noteUnderstood(message.method)
  },
  () => overlay.showGone(),
)
/** In their order, since an older one must not come last; and not behind answers, which a page that is left soon may not wait for. */
const looks = createRelay(
  send,
  wait,
  () => undefined,
  () => overlay.showGone(),
)
const refuse = createRefusals(after, (count) => relay.push({ kind: 'refused', count }))
const offer = createRateGate<Message>({
  now: systemClock.now,
  after,
  pass: (message) => {
    if (!relay.push(message)) refuse()
  },
  onDropped: refuse,
})

const reader = createPageReader(document, {
  now: systemClock.now,
  after,
  language: () => pageLanguage(document),
  onText: ({ source, at, body }) => {
    const message = {
      kind: 'table',
      id: crypto.randomUUID(),
      page: PAGE,
      source,
      zone: systemClock.zone(),
      body,
    } as const
    offer(source, { ...message, at: at ?? systemClock.now(), fromTop: at !== null })
  },
  onTrouble: (trouble) => overlay.showLayout(trouble),
  onSignedOut: () => void relay.push({ kind: 'signed_out' }),
})

receivePort(
  window,
  (port) => {
    port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const answer = readAnswer(data)
      if (!answer) return refuse()
      const { method, status, text: body } = answer
      const id = crypto.randomUUID()
      if (status >= 200 && status < 300)
        offer(method, { kind: 'capture', id, at: systemClock.now(), page: PAGE, method, body })
      else offer(`refused ${method}`, { kind: 'call_refused', method, status })
    })
    port.start()
  },
  refuse,
)
