import { describe, expect, it } from 'vitest'
import { WIRE_CLI } from '../../../../shared/parse/log/wire/wire-cli.ts'
import { logFixture, readLog, sayCalls, sayErrors, sayRejects } from '../given-log.ts'

const record = (timestamp: number, type: string, payload: unknown = {}) =>
  JSON.stringify({ timestamp, message: { type, payload } })

const usage = (input: number, output: number) => ({
  input_other: input,
  output,
  input_cache_read: 0,
  input_cache_creation: 0,
})

describe('protocol 1.10: retries are told', () => {
  const { calls, errors, rejects, unknownFields } = readLog(WIRE_CLI, logFixture('wire-cli-1.10.jsonl'))

  it('each try is a call; after a retry the wait is over before the next begins', () => {
    expect(sayCalls(calls)).toEqual([
      '2026-04-02T04:32:29.001Z start 899 ms failure',
      '2026-04-02T04:32:30.360Z start 1760 ms success 118 in 3 out',
      '2026-04-02T04:32:33.500Z start 5250 ms success agent d4d3ae30 sub 1900 in 100 out',
      '2026-04-02T04:32:40Z start 400 ms failure',
      '2026-04-02T04:32:40.800Z start 300 ms failure',
      // interrupted on its last try, and interrupted by whomever
      '2026-04-02T04:32:42Z start failure',
      '2026-04-02T04:33:20.100Z start unknown',
    ])
  })

  it('a retry with a status is a refusal; one of a broken connection is none', () => {
    expect(sayErrors(errors)).toEqual([
      '2026-04-02T04:32:29.900Z other 429 (1 try)',
      '2026-04-02T04:32:40.400Z other 403 (1 try)',
    ])
    expect(errors[0]?.message).toBe('Error code: 429 (APIStatusError)')
    expect([...rejects, ...unknownFields]).toEqual([])
  })
})

it('protocol 1.3 (the client of the first incident): answers, and interruptions of unknown cause', () => {
  const { calls, errors } = readLog(WIRE_CLI, logFixture('wire-cli-1.3.jsonl'))
  expect(sayCalls(calls)).toEqual([
    '2026-03-02T15:18:54.122Z start 3378 ms success 4100 in 77 out',
    '2026-03-02T15:18:59.200Z start unknown',
  ])
  expect(errors).toEqual([])
})

it.each<[string, readonly string[], readonly string[]]>([
  [
    'an update that is no answer is no call',
    [
      record(1775104349, 'StepBegin', { n: 1 }),
      record(1775104350, 'StatusUpdate', { plan_mode: true, token_usage: null, message_id: null }),
      record(1775104351, 'StatusUpdate', { token_usage: usage(5, 2), message_id: 'm1' }),
    ],
    ['2026-04-02T04:32:29Z start 2000 ms success 5 in 2 out'],
  ],
  [
    'an answer whose beginning is not in the log has an end only',
    [record(1775104351, 'StatusUpdate', { token_usage: usage(5, 2), message_id: 'm1' })],
    ['2026-04-02T04:32:31Z end success 5 in 2 out'],
  ],
  [
    'the request of a step begins when the context has been made shorter',
    [
      record(1775104340, 'StepBegin', { n: 1 }),
      record(1775104341, 'CompactionBegin'),
      record(1775104349, 'CompactionEnd'),
      record(1775104351, 'StatusUpdate', { token_usage: usage(5, 2), message_id: 'm1' }),
    ],
    ['2026-04-02T04:32:29Z start 2000 ms success 5 in 2 out'],
  ],
  [
    'a count that is not stated leaves the sum unknown, never zero',
    [record(1775104351, 'StatusUpdate', { token_usage: { input_other: 5, output: '2' }, message_id: 'm1' })],
    ['2026-04-02T04:32:31Z end success 2 out'],
  ],
  [
    'main agent and subagent are under way at the same time',
    [
      record(1775104340, 'StepBegin', { n: 1 }),
      record(1775104341, 'SubagentEvent', {
        agent_id: 'a1',
        event: { type: 'StepBegin', payload: { n: 1 } },
      }),
      record(1775104342, 'StatusUpdate', { token_usage: usage(5, 2), message_id: 'm1' }),
      record(1775104345, 'SubagentEvent', {
        agent_id: 'a1',
        event: { type: 'StatusUpdate', payload: { token_usage: usage(7, 3), message_id: 'm2' } },
      }),
    ],
    [
      '2026-04-02T04:32:20Z start 2000 ms success 5 in 2 out',
      '2026-04-02T04:32:21Z start 4000 ms success agent f55ff16f sub 7 in 3 out',
    ],
  ],
  [
    'a log that ends within a step does not say what became of it',
    [record(1775104340, 'StepBegin', { n: 1 })],
    ['2026-04-02T04:32:20Z start unknown'],
  ],
])('%s', (_, lines, calls) => {
  expect(sayCalls(readLog(WIRE_CLI, lines.join('\n')).calls)).toEqual(calls)
})

it('a subagent that is told in two logs made one call', () => {
  const inner = { type: 'StatusUpdate', payload: { token_usage: usage(7, 3), message_id: 'm2' } }
  const main = readLog(WIRE_CLI, record(1775104345, 'SubagentEvent', { agent_id: 'a1', event: inner }))
  const own = readLog(WIRE_CLI, record(1775104345.001, inner.type, inner.payload), {
    input: 'subagents/a1/wire.jsonl',
  })
  expect(own.calls[0]?.id).toBe(main.calls[0]?.id)
  expect(own.calls[0]).toMatchObject({ subagent: true, agent: main.calls[0]?.agent })
})

it.each([
  [1775104348.646, '2026-04-02T04:32:28.646Z'],
  [1775104349.9, '2026-04-02T04:32:29.900Z'],
  [1775104352.1199999, '2026-04-02T04:32:32.120Z'],
  [1775104352.1199, '2026-04-02T04:32:32.119Z'],
])('%d seconds are %s, to the millisecond', (seconds, iso) => {
  expect(sayCalls(readLog(WIRE_CLI, record(seconds, 'StepBegin', { n: 1 })).calls)).toEqual([
    `${iso} start unknown`,
  ])
})

it.each<[string, string]>([
  ['{"timestamp": 1775104352.12, "message": {"type": "StatusUpd', 'a line that is cut off'],
  [
    '{"timestamp": 1775104352.12, "message": {"type": "ContentPart", "payload": {"text": "half',
    'a line that is cut off',
  ],
  [
    '{"timestamp": 1775104352.12, "message": {"type": "StatusUpdate" "payload": {}}}',
    'a line that is no JSON',
  ],
  ['{"timestamp": 1775104352.12, "message": "StatusUpdate"}', 'a line that is no record of this log'],
  [
    '{"timestamp": 1775104352120, "message": {"type": "StepBegin", "payload": {}}}',
    'a record without a time',
  ],
  ['{"timestamp": "soon", "message": {"type": "StepBegin", "payload": {}}}', 'a record without a time'],
  [
    '{"timestamp": 1775104352.12, "message": {"type": "StepRetry", "payload": [1]}}',
    'a StepRetry that is not of its form',
  ],
])('%s is a Reject', (line, reason) => {
  const { rejects, calls } = readLog(WIRE_CLI, `${line}\n${record(1775104353, 'StepBegin', { n: 1 })}`)
  expect(sayRejects(rejects)).toEqual([`1: ${reason}`])
  expect(calls).toHaveLength(1)
})

it('counts types and fields that it does not know, by name', () => {
  const { unknownFields } = readLog(
    WIRE_CLI,
    [
      record(1775104340, 'QuotaExceeded', { limit: 1 }),
      record(1775104341, 'StepRetry', { n: 1, retry_after: 3 }),
    ].join('\n'),
  )
  expect(unknownFields.map(({ path }) => path)).toEqual(['QuotaExceeded', 'StepRetry.retry_after'])
})

it('takes its names in any order', () => {
  const line = '{"message": {"payload": {"n": 1}, "type": "StepBegin"}, "timestamp": 1775104340}'
  expect(WIRE_CLI.recognise(line)).not.toBeNull()
  expect(sayCalls(readLog(WIRE_CLI, line).calls)).toEqual(['2026-04-02T04:32:20Z start unknown'])
})

it.each([
  '{"at": "2026-03-07T12:00:00Z", "source": "usages", "body": {"timestamp": 1, "message": {}}}',
  '{"error": {"message": "We\'re receiving too many requests", "type": "rate_limit_reached_error"}}',
  '{"timestamp": 1775104340, "message": "something went wrong", "level": "info"}',
])('%s is no record of it', (line) => {
  expect(WIRE_CLI.recognise(line)).toBeNull()
})
