import { describe, expect, it } from 'vitest'
import { WIRE_CODE } from '../../../../shared/parse/log/wire/wire-code.ts'
import { logFixture, readLog, sayCalls, sayErrors, sayRejects } from '../given-log.ts'
import { MODEL, request, T, used } from './wire-records.ts'

describe('the first engine (1.4)', () => {
  const { calls, errors, rejects, unknownFields } = readLog(WIRE_CODE, logFixture('wire-code-1.4.jsonl'))

  it('pairs requests with their usage, and says what became of those without', () => {
    expect(sayCalls(calls)).toEqual([
      `2026-05-20T05:59:52Z start 8302 ms success ${MODEL} 100 in 5 out`,
      // usage was recorded after a minute of tools; the step says how long the answer took
      `2026-05-20T06:00:10Z start 1900 ms success ${MODEL} 120 in 6 out`,
      // usage of the session is not counted
      `2026-05-20T06:01:20Z start 10000 ms success ${MODEL}`,
      `2026-05-20T06:01:40Z start failure ${MODEL}`,
      `2026-05-20T06:01:41.200Z start failure ${MODEL}`,
      // stopped by the user
      `2026-05-20T06:03:20.100Z start unknown ${MODEL}`,
    ])
    expect([...errors, ...rejects, ...unknownFields]).toEqual([])
  })
})

it('the second engine (1.5) says why a turn failed: so was each of its tries', () => {
  const { calls, errors } = readLog(WIRE_CODE, logFixture('wire-code-1.5.jsonl'))
  expect(sayErrors(errors)).toEqual([
    '2026-08-20T06:53:20Z+1700 ms rate_or_concurrency 429 (1 try)',
    '2026-08-20T06:53:21.700Z+2400 ms rate_or_concurrency 429 (1 try)',
    '2026-08-20T06:53:25Z rate_or_concurrency 429 (1 try)',
  ])
  expect(sayCalls(calls).at(-1)).toBe(
    `2026-08-20T06:55:00.500Z start 4000 ms success main not sub ${MODEL} 102 in 15 out`,
  )
})

it.each<[string, readonly string[], readonly string[]]>([
  ['a request and its usage', [request(T), used(T + 900)], [`start 900 ms success ${MODEL} 8 in 2 out`]],
  ['a request that nothing follows may be under way', [request(T)], ['start unknown kimi-for-coding']],
  [
    'a request without usage, though the log went on',
    [request(T), JSON.stringify({ type: 'config.update', time: T + 1 })],
    ['start failure kimi-for-coding'],
  ],
  [
    'usage without a request: a log of before requests were recorded',
    [used(T)],
    [`end success ${MODEL} 8 in 2 out`],
  ],
  ['usage of the session alone is no call', [used(T, { usageScope: 'session' })], []],
  [
    'usage without a scope says that there was an answer, and counts nothing',
    [request(T), used(T + 900, { usageScope: undefined })],
    [`start 900 ms success ${MODEL}`],
  ],
  [
    'usage of the session does not answer the turn',
    [request(T), used(T + 500, { usageScope: 'session' }), used(T + 900)],
    [`start 900 ms success ${MODEL} 8 in 2 out`],
  ],
  [
    'a request of another service is none of ours',
    [request(T, { provider: 'openai', model: 'gpt-5' }), used(T + 900, { model: 'work/gpt-5' })],
    [],
  ],
  [
    'usage with a part that is not stated',
    [request(T), used(T + 900, { usage: { inputOther: 1, output: 2 } })],
    [`start 900 ms success ${MODEL} 2 out`],
  ],
  ['usage that is none', [request(T), used(T + 900, { usage: 'a lot' })], [`start 900 ms success ${MODEL}`]],
])('%s', (_, lines, calls) => {
  const said = sayCalls(readLog(WIRE_CODE, lines.join('\n')).calls)
  expect(said).toEqual(calls.map((call) => `2026-08-20T06:53:20Z ${call}`))
})

const ended = (error: object) =>
  JSON.stringify({ type: 'turn.ended', reason: 'failed', error, time: T + 1000 })

it.each<[string, object, readonly string[]]>([
  [
    'a status in the message only',
    { code: 'provider.auth_error', message: '403 Access terminated.' },
    ['account 403 (1 try)'],
  ],
  ['a line that broke', { code: 'provider.connection_error', message: 'Connection error.' }, []],
  [
    'a fault of its own',
    { code: 'context.overflow', message: '400 too long', details: { statusCode: 400 } },
    [],
  ],
])('a turn that failed: %s', (_, error, expected) => {
  const { errors } = readLog(WIRE_CODE, `${request(T)}\n${ended(error)}`)
  expect(sayErrors(errors)).toEqual(expected.map((text) => `2026-08-20T06:53:21Z ${text}`))
})

it.each([
  ['agents/main/wire.jsonl', 'main', false],
  ['agents/agent-3/wire.jsonl', 'agent-3', true],
  ['wire.jsonl', null, null],
])('%s is the log of %s', (input, agent, subagent) => {
  expect(readLog(WIRE_CODE, request(T), { input }).calls[0]).toMatchObject({ agent, subagent })
})

it('agents that begin in the same millisecond are told apart by when their logs began', () => {
  const born = (at: number) => JSON.stringify({ type: 'metadata', protocol_version: '1.4', created_at: at })
  const ids = [T - 2, T - 1].map((at) => readLog(WIRE_CODE, `${born(at)}\n${request(T)}`).calls[0]?.id)
  expect(ids[0]).not.toBe(ids[1])
})

it.each<[string, string]>([
  ['{"type":"llm.request","kind":"loop","prov', 'a line that is cut off'],
  ['{"type":"context.append_message","message":{"content":"half', 'a line that is cut off'],
  ['{"type":"llm.request" "time":1}', 'a line that is no JSON'],
  ['["llm.request"]', 'a line that is no record of this log'],
  ['{"type":"llm.request","kind":"loop"}', 'a record without a time'],
  ['{"type":"llm.request","kind":"loop","time":1787208800}', 'a record without a time'],
])('%s is a Reject', (line, reason) => {
  const { rejects, calls } = readLog(WIRE_CODE, `${line}\n${used(T)}`)
  expect(sayRejects(rejects)).toEqual([`1: ${reason}`])
  expect(calls).toHaveLength(1)
})

it('counts types and fields that it does not know, by name', () => {
  const lines = [JSON.stringify({ type: 'turn.step.paused', time: T }), request(T, { priority: 'high' })]
  expect(readLog(WIRE_CODE, lines.join('\n')).unknownFields.map(({ path }) => path)).toEqual([
    'llm.request.priority',
    'turn.step.paused',
  ])
})

it('takes its names in any order', () => {
  const line = `{"time":${T},"turnStep":"0.1","provider":"kimi","kind":"loop","type":"llm.request"}`
  expect(WIRE_CODE.recognise(line)).not.toBeNull()
  expect(sayCalls(readLog(WIRE_CODE, line).calls)).toEqual(['2026-08-20T06:53:20Z start unknown'])
})

it.each([
  '{"type":"error","error":{"type":"rate_limit_error","message":"x"}}',
  '{"type":"message","time":"noon"}',
])('%s is no record of it', (line) => {
  expect(WIRE_CODE.recognise(line)).toBeNull()
})
