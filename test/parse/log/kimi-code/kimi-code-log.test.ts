import { describe, expect, it } from 'vitest'
import { KIMI_CODE_LOG } from '../../../../shared/parse/log/kimi-code/kimi-code-log.ts'
import { logFixture, readLog, sayCalls, sayErrors, sayRejects } from '../given-log.ts'

const MODEL = 'kimi-code/kimi-for-coding'

describe('the first engine: no answers, and the last try only', () => {
  const { calls, errors, rejects, unknownFields } = readLog(KIMI_CODE_LOG, logFixture('kimi-code-1.log'))

  it('a request that was repeated has failed; one without an end is unknown', () => {
    expect(sayCalls(calls)).toEqual([
      `2026-06-15T05:32:02.101Z start failure ${MODEL}`,
      `2026-06-15T05:32:03.350Z start failure ${MODEL}`,
      '2026-06-15T05:32:06.020Z start 2702 ms failure kimi-for-coding',
      `2026-06-15T05:33:05.790Z start unknown ${MODEL}`,
      '2026-06-15T05:33:15.440Z start 471 ms failure kimi-for-coding',
    ])
  })

  it('the tries before the last were refused between their own beginning and that of the next', () => {
    expect(sayErrors(errors)).toEqual([
      '2026-06-15T05:32:02.101Z+1249 ms rate_or_concurrency 429 (1 try)',
      '2026-06-15T05:32:03.350Z+2670 ms rate_or_concurrency 429 (1 try)',
      '2026-06-15T05:32:08.722Z rate_or_concurrency 429 (1 try)',
      '2026-06-15T05:33:15.911Z window_5h 403 (1 try)',
    ])
    expect([...rejects, ...unknownFields]).toEqual([])
  })
})

it('the second engine: answers with their duration, and every try', () => {
  const { calls, errors } = readLog(KIMI_CODE_LOG, logFixture('kimi-code-2.log'))
  expect(sayCalls(calls)).toEqual([
    `2026-08-20T07:00:00.001Z start 6213 ms success ${MODEL} 304 out`,
    `2026-08-20T07:00:07Z start 480 ms failure ${MODEL}`,
    `2026-08-20T07:00:08.100Z start 451 ms failure ${MODEL}`,
    `2026-08-20T07:00:10Z start 3102 ms success ${MODEL} 51 out`,
    `2026-08-20T07:02:00Z end failure ${MODEL}`,
  ])
  // the last failure never reached the service: it has no status
  expect(sayErrors(errors)).toEqual([
    '2026-08-20T07:00:07.480Z overloaded 429',
    '2026-08-20T07:00:08.551Z overloaded 429',
  ])
})

const line = (time: string, rest: string) => `2026-08-20T${time}Z ${rest}`

it.each<[string, readonly string[], readonly string[], readonly string[]]>([
  [
    'a failure whose tries are not in the log stands for all of them',
    [
      line(
        '07:00:30.000',
        'WARN  llm request failed  turnStep=0.1 attempt=10/10 errorMessage="403 nobody knows this" statusCode=403',
      ),
    ],
    ['2026-08-20T07:00:30Z other 403 (10 tries)'],
    ['2026-08-20T07:00:30Z end failure'],
  ],
  [
    'two agents under one step: whose answer is whose is not said',
    [
      line('07:00:00.000', 'INFO  llm request  turnStep=0.1'),
      line('07:00:01.000', 'INFO  llm request  turnStep=0.1'),
      line(
        '07:00:05.000',
        'INFO  llm response  turnStep=0.1 ttftMs=1000 streamDurationMs=2000 outputTokens=7',
      ),
    ],
    [],
    [
      '2026-08-20T07:00:00Z start unknown',
      '2026-08-20T07:00:01Z start unknown',
      '2026-08-20T07:00:05Z end 3000 ms success 7 out',
    ],
  ],
  [
    'a client that is set up with another service only says nothing about this one',
    [
      line(
        '07:00:00.000',
        'INFO  llm config  turnStep=0.1 provider=openai model=gpt-5 modelAlias=work/gpt-5',
      ),
      line('07:00:00.001', 'INFO  llm request  turnStep=0.1'),
      line(
        '07:00:05.000',
        'INFO  llm response  turnStep=0.1 ttftMs=1000 streamDurationMs=2000 outputTokens=7',
      ),
      line('07:00:06.000', 'INFO  llm request  turnStep=0.2'),
      line(
        '07:00:07.000',
        'WARN  llm request failed  turnStep=0.2 model=work/gpt-5 errorMessage="429 Rate limit reached" statusCode=429',
      ),
    ],
    [],
    [],
  ],
  [
    'where both are set up, an answer may be of either',
    [
      line('06:59:00.000', 'INFO  llm config  turnStep=0.1 provider=kimi model=kimi-for-coding'),
      line('07:00:00.000', 'INFO  llm config  turnStep=0.1 provider=openai model=gpt-5'),
      line('07:00:00.001', 'INFO  llm request  turnStep=0.1'),
      line(
        '07:00:05.000',
        'INFO  llm response  turnStep=0.1 ttftMs=1000 streamDurationMs=2000 outputTokens=7',
      ),
    ],
    [],
    ['2026-08-20T07:00:00.001Z start 3000 ms unknown kimi-for-coding 7 out'],
  ],
  [
    'a body in the message is read',
    [
      line(
        '07:00:30.000',
        String.raw`WARN  llm request failed  turnStep=0.1 errorMessage="429 {\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"The engine is currently overloaded, please try again later\"}}" statusCode=429`,
      ),
    ],
    ['2026-08-20T07:00:30Z overloaded 429'],
    ['2026-08-20T07:00:30Z end failure'],
  ],
])('%s', (_, lines, errors, calls) => {
  const read = readLog(KIMI_CODE_LOG, `${lines.join('\n')}\n`)
  expect(sayErrors(read.errors)).toEqual(errors)
  expect(sayCalls(read.calls)).toEqual(calls)
})

it.each<[string, string]>([
  ['2026-08-20T07:00:3', 'an entry that is cut off'],
  ['2026-08-20T07:00:30.000Z WA', 'an entry that is cut off'],
  [
    '2026-08-20T07:00:30.000Z WARN  llm request failed  turnStep=0.1 errorMessage="429 We',
    'an entry that is cut off',
  ],
  ['2026-02-30T07:00:30.000Z INFO  llm request  turnStep=0.1', 'an entry with a time that there is not'],
])('%s is a Reject', (last, reason) => {
  const { rejects } = readLog(
    KIMI_CODE_LOG,
    `${line('07:00:00.000', 'INFO  llm request  turnStep=0.1')}\n${last}`,
  )
  expect(sayRejects(rejects)).toEqual([`2: ${reason}`])
})

it('a number with which the last line breaks off may be half of it, and is not taken', () => {
  const answer = line(
    '07:00:05.000',
    'INFO  llm response  turnStep=0.1 ttftMs=1000 streamDurationMs=2000 outputTokens=7',
  )
  expect(sayCalls(readLog(KIMI_CODE_LOG, answer).calls)).toEqual(['2026-08-20T07:00:05Z end 3000 ms success'])
  expect(sayCalls(readLog(KIMI_CODE_LOG, `${answer}\n`).calls)).toEqual([
    '2026-08-20T07:00:05Z end 3000 ms success 7 out',
  ])
})

it('counts pairs that it does not know, by name', () => {
  const { unknownFields } = readLog(
    KIMI_CODE_LOG,
    line('07:00:00.000', 'INFO  llm request  turnStep=0.1 retryAfterMs=900'),
  )
  expect(unknownFields).toEqual([{ source: 'kimi_code_log', path: 'retryAfterMs', count: 1 }])
})

it("the session's log and the global one are two sightings of the same entries", () => {
  const global = readLog(
    KIMI_CODE_LOG,
    `${line('06:00:00.000', 'INFO  another session')}\n${logFixture('kimi-code-2.log')}`,
  )
  const session = readLog(KIMI_CODE_LOG, logFixture('kimi-code-2.log'))
  expect(global.calls.map(({ id }) => id)).toEqual(session.calls.map(({ id }) => id))
  expect(global.errors.map(({ id }) => id)).toEqual(session.errors.map(({ id }) => id))
})
