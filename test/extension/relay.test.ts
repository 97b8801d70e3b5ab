import { describe, expect, it, vi } from 'vitest'
import { createRelay } from '../../extension/content/relay.ts'
import type { Message } from '../../extension/messages/messages.ts'
import { eventually } from '../eventually.ts'

const message = (count: number): Message => ({ kind: 'refused', count })

/** A worker that answers as told, one word for each message it gets: ok, nothing, broken, full, never, gone. */
function workerSaying(script: string) {
  const words = script.split(' ')
  const got: Message[] = []
  const send = async (sent: Message): Promise<unknown> => {
    got.push(sent)
    switch (words.shift() ?? 'ok') {
      case 'nothing':
        return undefined
      case 'broken':
        throw new Error('message channel closed before a response was received')
      case 'full':
        return { ok: false, again: true, reason: 'disk full' }
      case 'never':
        return { ok: false, again: false, reason: 'not a message of ours' }
      case 'gone':
        throw new Error('Extension context invalidated.')
      default:
        return { ok: true }
    }
  }
  return { got, send }
}

const settle = () => eventually(() => Promise.resolve())

describe('the relay', () => {
  it.each([
    ['ok ok', [1, 2]],
    ['nothing ok ok', [1, 1, 2]], // a killed worker that resolves with undefined
    ['broken ok ok', [1, 1, 2]], // a killed worker that rejects
    ['full full ok ok', [1, 1, 1, 2]],
    ['never ok', [1, 2]], // will never be taken: go on with the next
  ])('%s', async (script, sent) => {
    const { got, send } = workerSaying(script)
    const waits: number[] = []
    const relay = createRelay(
      send,
      async (ms) => void waits.push(ms),
      () => undefined,
      () => undefined,
    )
    relay.push(message(1))
    relay.push(message(2))
    await eventually(() => expect(relay.waiting()).toBe(0))
    expect(got.map((each) => each.kind === 'refused' && each.count)).toEqual(sent)
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  })

  it('stops when the extension is gone, and says so', async () => {
    const { got, send } = workerSaying('gone')
    const onGone = vi.fn()
    const relay = createRelay(
      send,
      async () => undefined,
      () => undefined,
      onGone,
    )
    relay.push(message(1))
    relay.push(message(2))
    await eventually(() => expect(onGone).toHaveBeenCalledOnce())
    await settle()
    expect(got).toHaveLength(1)
    expect([relay.push(message(3)), relay.waiting()]).toEqual([true, 0])
  })

  it('waits longer from try to try, up to a minute', async () => {
    const { send } = workerSaying(Array.from({ length: 12 }, () => 'nothing').join(' '))
    const waits: number[] = []
    const relay = createRelay(
      send,
      async (ms) => void waits.push(ms),
      () => undefined,
      () => undefined,
    )
    relay.push(message(1))
    await eventually(() => expect(relay.waiting()).toBe(0))
    expect([waits[0], waits.at(-1)]).toEqual([250, 60_000])
  })
})

it('takes no more than it can hold, and says so', () => {
  const relay = createRelay(
    () => new Promise(() => undefined), // a worker that never answers
    async () => undefined,
    () => undefined,
    () => undefined,
  )
  const capture = (length: number): Message => ({
    kind: 'capture',
    id: '27d801a6-7d0d-433e-bf1b-4d0b88406e57',
    at: 1,
    method: 'ListDevices',
    body: 'x'.repeat(length),
  })
  expect(
    Array.from({ length: 17 }, () => relay.push(capture(2_000_000))).filter((taken) => !taken),
  ).toHaveLength(1)
  expect(Array.from({ length: 300 }, () => relay.push(message(1))).filter((taken) => taken)).toHaveLength(284)
})
