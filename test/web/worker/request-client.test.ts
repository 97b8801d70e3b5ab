import { describe, expect, it } from 'vitest'
import type { FromWorker, ToWorker } from '../../../web/data/worker/protocol.ts'
import { RequestClient } from '../../../web/data/worker/request-client.ts'

interface Sums {
  readonly add: { readonly ask: readonly number[]; readonly gives: number; readonly progress: string }
}

const FAILURE = { name: 'Error', message: 'too much', store: null }

/** A client whose worker is the test: what was sent, what to say back, what came of it. */
function given() {
  const sent: ToWorker<Sums>[] = []
  const heard: string[] = []
  let tell: (message: FromWorker<Sums>) => void = () => {}
  let breakDown: (error: Error) => void = () => {}
  const client = new RequestClient<Sums>(
    {
      send: (message) => sent.push(message),
      listen: (onMessage, onBroken) => {
        tell = onMessage
        breakDown = onBroken
      },
      close: () => {},
    },
    ({ message }) => heard.push(`broken: ${message}`),
  )
  const ask = (name: string) =>
    client.request('add', [1, 2], {
      onAnswer: (value) => heard.push(`${name} ${value}`),
      onFailure: ({ message }) => heard.push(`${name} ${message}`),
      onProgress: (progress) => heard.push(`${name} ${progress}`),
    })
  return {
    ask,
    sent,
    heard,
    tell: (message: FromWorker<Sums>) => tell(message),
    breakDown: (error: Error) => breakDown(error),
  }
}

describe('a request', () => {
  it('hears progress, answers as often as they come, and failures; each only its own', () => {
    const { ask, sent, heard, tell } = given()
    ask('a')
    ask('b')
    expect(sent).toEqual([
      { kind: 'request', id: 1, operation: 'add', ask: [1, 2] },
      { kind: 'request', id: 2, operation: 'add', ask: [1, 2] },
    ])
    tell({ kind: 'progress', id: 2, progress: 'half' })
    tell({ kind: 'answer', id: 1, value: 3 })
    tell({ kind: 'answer', id: 1, value: 4 })
    tell({ kind: 'failed', id: 2, failure: FAILURE })
    tell({ kind: 'answer', id: 9, value: 5 })
    expect(heard).toEqual(['b half', 'a 3', 'a 4', 'b too much'])
  })

  it.each([
    ['cancelled still hears how it ends', 'cancel', ['a too much'], 2],
    ['left hears nothing more, and is cancelled', 'leave', [], 2],
    ['forgotten hears nothing more', 'forget', [], 1],
  ] as const)('that is %s', (_, how, expected, messages) => {
    const { ask, sent, heard, tell } = given()
    ask('a')[how]()
    tell({ kind: 'failed', id: 1, failure: FAILURE })
    expect(heard).toEqual(expected)
    expect(sent).toHaveLength(messages)
  })

  it('fails with the link, after whoever made the client was told', () => {
    const { ask, heard, breakDown } = given()
    ask('a')
    ask('b').leave()
    breakDown(new Error('gone'))
    expect(heard).toEqual(['broken: gone', 'a gone'])
  })
})
