import { expect, it } from 'vitest'
import { parseInput } from '../../../../shared/parse/parse-input.ts'
import { WIRE_CODE } from '../../../../shared/parse/log/wire/wire-code.ts'
import { readLog, sayCalls, sayErrors, zoneOf } from '../given-log.ts'
import { MODEL, request, T, used } from './wire-records.ts'

const RATE = "We're receiving too many requests at the moment. Please wait a moment and try again."
const retrying = (time: number, more: object = {}) =>
  JSON.stringify({
    type: 'turn.step.retrying',
    agentId: 'main',
    turnId: 0,
    failedAttempt: 1,
    delayMs: 612.25,
    errorName: 'APIProviderRateLimitError',
    errorMessage: `429 ${RATE}`,
    statusCode: 429,
    ...more,
    time,
  })
const stepEnd = (time: number) =>
  JSON.stringify({
    type: 'context.append_loop_event',
    agentId: 'main',
    event: { type: 'step.end', turnId: '0', step: 1, finishReason: 'error' },
    time,
  })
const interrupted = (time: number, message: string) =>
  JSON.stringify({
    type: 'turn.step.interrupted',
    agentId: 'main',
    turnId: 0,
    step: 1,
    reason: 'error',
    message,
    time,
  })
const failedTurn = (time: number, code: string, message: string, statusCode: number) =>
  JSON.stringify({
    type: 'turn.ended',
    reason: 'failed',
    error: { code, message, details: { statusCode } },
    time,
  })
const KEY =
  'The API Key appears to be invalid or may have expired. Please verify your credentials and try again.'

it.each<[string, readonly string[], readonly string[], readonly string[]]>([
  [
    'a try that is repeated says when and why it was refused',
    [request(T), retrying(T + 70), request(T + 700, { turnStep: '0.2' }), used(T + 2_500)],
    ['20.070Z rate_or_concurrency 429 (1 try)'],
    ['20Z start 70 ms failure kimi-for-coding', `20.700Z start 1800 ms success ${MODEL} 8 in 2 out`],
  ],
  [
    'a line that broke is repeated too, and was no refusal',
    [
      request(T),
      retrying(T + 70, { errorMessage: 'Connection error.', statusCode: undefined }),
      used(T + 900),
    ],
    [],
    ['20Z start 70 ms failure kimi-for-coding', `20.900Z end success ${MODEL} 8 in 2 out`],
  ],
  [
    'what another service refuses is not read, with or without its request in the log',
    [
      request(T, { provider: 'openai', model: 'gpt-5', modelAlias: 'work/gpt-5' }),
      retrying(T + 70),
      retrying(T + 700),
    ],
    [],
    [],
  ],
  [
    'a step, its interruption and the end of its turn tell one refusal, at the time of the step',
    [
      request(T),
      stepEnd(T + 60),
      interrupted(T + 99, `[provider.api_error] 402 Access terminated.`),
      failedTurn(T + 101, 'provider.api_error', '402 Access terminated.', 402),
    ],
    ['20.060Z account 402 (1 try)'],
    ['20Z start 60 ms failure kimi-for-coding'],
  ],
  [
    'an interruption says it where the turn was never ended',
    [
      request(T),
      stepEnd(T + 60),
      interrupted(T + 99, `[provider.auth_error] 403 Access terminated.`),
      request(T + 900, { turnStep: '1.1' }),
    ],
    ['20.060Z account 403'],
    ['20Z start 60 ms failure kimi-for-coding', '20.900Z start unknown kimi-for-coding'],
  ],
  [
    'a key is tried twice, and both tries were refused',
    [
      request(T),
      stepEnd(T + 60),
      request(T + 90, { turnStep: '0.2' }),
      stepEnd(T + 160),
      failedTurn(T + 190, 'provider.auth_error', `401 ${KEY}`, 401),
    ],
    ['20.060Z auth 401 (1 try)', '20.160Z auth 401 (1 try)'],
    ['20Z start 60 ms failure kimi-for-coding', '20.090Z start 70 ms failure kimi-for-coding'],
  ],
  [
    'the start of a turn may stand between a request and its usage',
    [
      request(T),
      JSON.stringify({ turnId: 1, type: 'agent.turn.started', time: T + 5, kind: 'event' }),
      used(T + 900),
    ],
    [],
    [`20Z start 900 ms success ${MODEL} 8 in 2 out`],
  ],
])('%s', (_, lines, errors, calls) => {
  const read = readLog(WIRE_CODE, lines.join('\n'))
  expect(sayErrors(read.errors)).toEqual(errors.map((text) => `2026-08-20T06:53:${text}`))
  expect(sayCalls(read.calls)).toEqual(calls.map((text) => `2026-08-20T06:53:${text}`))
})

const SAID = `Why did a colleague see: 429 ${RATE} planted`
const appended = JSON.stringify({
  message: { message: { role: 'user', content: [{ type: 'text', text: SAID }] }, meta: { source: 'input' } },
  type: 'agent.message.appended',
  time: T + 10,
  kind: 'event',
})

it.each<[string, readonly string[]]>([
  ['a record that begins with what was said', [request(T), appended, used(T + 900)]],
  ['one that is cut off', [request(T), appended.slice(0, -30), used(T + 900)]],
  ['the rest of one, with which a piece of a log begins', [appended.slice(40), request(T), used(T + 900)]],
  ['the rest of one in the middle', [request(T), appended.slice(40), used(T + 900)]],
  [
    'a record of a type that nobody knows',
    [request(T), appended.replace('agent.message.appended', 'agent.thought.kept'), used(T + 900)],
  ],
  [
    'the prompt of a system',
    [
      request(T),
      JSON.stringify({ type: 'profile.bind', agentId: 'main', systemPrompt: SAID, time: T + 1 }),
      used(T + 900),
    ],
  ],
  [
    'what a subagent failed with',
    [
      request(T),
      JSON.stringify({ type: 'subagent.failed', subagentId: 'agent-1', error: SAID, time: T + 1 }),
      used(T + 900),
    ],
  ],
])('of a conversation nothing is read or kept: %s', (_, lines) => {
  const body = `${lines.join('\n')}\n`
  const { evidence, pieces } = parseInput(
    { at: null, via: 'file', input: 'wire.jsonl', source: null, body },
    { zone: zoneOf('UTC') },
  )
  expect(JSON.stringify({ evidence, pieces })).not.toMatch(/planted|receiving|colleague/)
  expect(sayErrors(evidence.errors)).toEqual([])
  expect(sayCalls(evidence.calls)).toEqual([`2026-08-20T06:53:20Z start 900 ms success ${MODEL} 8 in 2 out`])
})

it('a body that was pasted below a log is read as what it is', () => {
  const body = [
    request(T),
    used(T + 900),
    '{"error":{"message":"Access terminated.","type":"access_terminated_error"}}',
  ].join('\n')
  const { evidence } = parseInput(
    { at: null, via: 'paste', input: 'paste', source: null, body },
    { zone: zoneOf('UTC') },
  )
  expect(evidence.errors.map(({ errorClass }) => errorClass)).toEqual(['account'])
})
