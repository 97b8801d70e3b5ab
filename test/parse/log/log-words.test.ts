import { describe, expect, it } from 'vitest'
import { agentLabel, agentOfFile } from '../../../shared/parse/log/agent-label.ts'
import { FailedTries } from '../../../shared/parse/log/failed-tries.ts'
import { isOtherService, keptModel } from '../../../shared/parse/log/model-name.ts'
import { detachedCopy } from '../../../shared/parse/log/detached-copy.ts'
import { readNodeError, readPythonError } from '../../../shared/parse/log/provider-error.ts'
import { readAttempt } from '../../../shared/parse/log/read-attempt.ts'
import { tokenCount } from '../../../shared/parse/log/wire/token-count.ts'
import { UNDATED } from '../../../shared/evidence/when.ts'

const OVERLOADED = 'The engine is currently overloaded, please try again later'

describe('an error as a client writes it', () => {
  it.each([
    [
      `APIStatusError: Error code: 429 - {'error': {'message': '${OVERLOADED}', 'type': 'engine_overloaded_error'}}`,
      { status: 429, type: 'engine_overloaded_error', message: OVERLOADED },
    ],
    ['Error code: 502 - <html>', { status: 502, type: null, message: 'Error code: 502' }],
    ['Error code: 502', { status: 502, type: null, message: 'Error code: 502' }],
    [
      "Error code: 400 - {'error': {'message': 'unsupported image url: ./x.png'}}",
      { status: 400, type: null, message: 'Error code: 400' },
    ],
    ["Error code: 429 - {'error': {'mess", 'cut off'],
    ['Connection error.', null],
    ['Error code: 200 - fine', null],
  ])('kimi-cli: %s', (text, expected) => {
    expect(readPythonError(text)).toEqual(expected)
  })

  it.each([
    [`429 ${OVERLOADED}`, null, { status: 429, type: null, message: OVERLOADED }],
    [OVERLOADED, 529, { status: 529, type: null, message: OVERLOADED }],
    [
      `429 {"type":"error","error":{"type":"rate_limit_error","message":"${OVERLOADED}"}}`,
      null,
      { status: 429, type: 'rate_limit_error', message: OVERLOADED },
    ],
    ['Connection error.', null, { status: null, type: null, message: 'Connection error.' }],
    ['socket hang up', null, { status: null, type: null, message: 'an error without a status' }],
    ['429 {"error":{"mess', null, 'cut off'],
  ])('kimi-code: %s', (message, status, expected) => {
    expect(readNodeError(message, status)).toEqual(expected)
  })
})

it.each<[string | null, RegExp | null]>([
  ['main', /^main$/],
  ['agent-12', /^agent-12$/],
  ['00000000-0000-4000-8000-000000000142', /^agent 3bf13968$/],
  ['the customer project', /^agent [0-9a-f]{8}$/],
  ['', null],
  [null, null],
])('an agent called %s is told as %s', (id, label) => {
  if (label === null) expect(agentLabel(id)).toBeNull()
  else expect(agentLabel(id)).toMatch(label)
})

it.each([
  ['sessions/wd_x_000000000000/session_1/agents/main/wire.jsonl', 'main', false],
  ['a.zip: agents/agent-3/wire.jsonl', 'agent-3', true],
  ['sessions/0/1/subagents/a1/wire.jsonl', 'a1', true],
  [String.raw`C:\x\agents\agent-1\wire.jsonl`, 'agent-1', true],
  ['sessions/0/1/wire.jsonl', null, null],
  ['kimi.2026-05-02_06-00-00_000000.log', null, null],
])('%s is of agent %s', (path, id, subagent) => {
  expect(agentOfFile(path)).toEqual({ id, subagent })
})

it.each([
  ['kimi-for-coding', 'kimi-for-coding'],
  ['kimi-code/kimi-for-coding', 'kimi-code/kimi-for-coding'],
  ['k3', 'k3'],
  ['gpt-5', null],
  ['sk-kimi-0123456789', null],
  ['/home/kimi/x', null],
  ['kimi, please rewrite', null],
])('of a model called %s is kept %s', (name, kept) => {
  expect(keptModel(name)).toBe(kept)
})

it.each<[string | null, string, boolean]>([
  ['kimi', 'work', false],
  ['openai', 'gpt-5', true],
  ['anthropic', 'kimi-for-coding', false],
  [null, 'claude-opus', true],
  [null, 'my-alias', false],
])('provider %s with model %s is another service: %s', (provider, model, other) => {
  expect(isOtherService(provider, model)).toBe(other)
})

it.each([
  ['2/10', { number: 2, of: 10 }],
  ['10', null],
  ['x/y', null],
  [null, null],
])('attempt %s', (text, attempt) => {
  expect(readAttempt(text)).toEqual(attempt)
})

it.each([
  [{ inputOther: 1, output: 2, inputCacheRead: 3, inputCacheCreation: 4 }, 8, 2],
  [{ inputOther: 0, output: 0, inputCacheRead: 0, inputCacheCreation: 0 }, 0, 0],
  [{ inputOther: 1, output: null, inputCacheRead: null, inputCacheCreation: 4 }, null, null],
  [null, null, null],
])('%j tokens', (usage, inputTokens, outputTokens) => {
  expect(tokenCount(usage)).toEqual({ inputTokens, outputTokens })
})

describe('tries that wait for a reason', () => {
  const failed = (number: number, at: number) => ({ number, at, when: UNDATED, time: `utc${at}`, line: at })
  const takenOf = (tries: readonly [number, number][], at = 100) => {
    const all = new FailedTries(1_000)
    for (const [number, when] of tries) all.add('0.1', failed(number, when))
    return all.take('0.1', at).map(({ number, at: when }) => [number, when])
  }

  it.each<[string, readonly [number, number][], readonly [number, number][]]>([
    ['none', [], []],
    [
      'a run',
      [
        [1, 10],
        [2, 20],
        [3, 30],
      ],
      [
        [1, 10],
        [2, 20],
        [3, 30],
      ],
    ],
    [
      'the run of one of two agents',
      [
        [1, 10],
        [1, 15],
        [2, 20],
      ],
      [
        [1, 15],
        [2, 20],
      ],
    ],
    [
      'a run whose beginning is not in the log',
      [
        [2, 20],
        [3, 30],
      ],
      [
        [2, 20],
        [3, 30],
      ],
    ],
  ])('%s', (_, given, taken) => {
    expect(takenOf([...given])).toEqual(taken)
  })

  it('of long ago, or of another step, are left', () => {
    expect(takenOf([[1, 10]], 5_000)).toEqual([])
    const tries = new FailedTries(1_000)
    tries.add('0.1', failed(1, 10))
    expect(tries.take('0.2', 20)).toEqual([])
    tries.forget('0.1')
    expect(tries.take('0.1', 20)).toEqual([])
  })
})

it.each(['', 'short', 'a text that is longer than a few letters', '\uD800 a half of a pair, kept as it is'])(
  'a copy of %j is equal',
  (text) => {
    expect(detachedCopy(text)).toBe(text)
  },
)
