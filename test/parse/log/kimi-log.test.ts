import { describe, expect, it } from 'vitest'
import { KIMI_LOG } from '../../../shared/parse/log/kimi-log.ts'
import { logFixture, readLog, sayCalls, sayErrors, sayRejects } from './given-log.ts'

const TOO_MANY =
  "Error code: 429 - {'error': {'message': \"We're receiving too many requests at the moment. Please wait a moment and try again.\", 'type': 'rate_limit_reached_error'}}"
const SID = '00000000-0000-4000-8000-000000000142'

const entry = (time: string, level: string, message: string, sid = SID) =>
  `2026-05-02 ${time} | ${level.padEnd(8)} | kimi_cli.soul.kimisoul:_step:12 | ${sid} - ${message}`

describe('before 1.31: no session, and the reason with the last try only', () => {
  const { calls, errors, rejects } = readLog(KIMI_LOG, logFixture('kimi-1.16.log'), { zone: 'Europe/Berlin' })

  it('each try that led to a refusal was refused at its own moment, for the reason that the last one gives', () => {
    expect(sayErrors(errors)).toEqual([
      '2026-03-02T15:18:59.204Z rate_or_concurrency 429 (1 try)',
      '2026-03-02T15:19:00.011Z rate_or_concurrency 429 (1 try)',
      '2026-03-02T15:19:01.377Z rate_or_concurrency 429 (1 try)',
    ])
    expect(errors[0]?.type).toBe('rate_limit_reached_error')
  })

  it('a retry without a reason, and a connection that broke, are failed calls and no refusals', () => {
    expect(sayCalls(calls)).toEqual([
      '2026-03-02T15:18:59.204Z end failure',
      '2026-03-02T15:19:00.011Z end failure',
      '2026-03-02T15:19:01.377Z end failure',
      '2026-03-02T15:24:10.650Z end failure',
      '2026-03-02T16:01:19.880Z end failure',
    ])
    expect(rejects).toEqual([])
  })
})

describe('from 1.31: session and reason in each line', () => {
  const { calls, errors } = readLog(KIMI_LOG, logFixture('kimi-1.42.log'), { zone: '+02:00' })

  it('reads answers with duration and tokens', () => {
    expect(sayCalls(calls).filter((call) => call.includes('success'))).toEqual([
      '2026-05-02T14:18:57.940Z end 3400 ms success agent 3bf13968 123 in 45 out',
      // its 66.7 s hold a try that failed: how long the answered one took is not known
      '2026-05-02T14:22:16.900Z end success agent 3bf13968 18110 in 12 out',
      '2026-05-02T14:24:41.180Z end 6100 ms success agent 3bf13968 18211 in 304 out',
      '2026-05-02T14:25:00.077Z end 2000 ms success agent 9b05f07b',
    ])
  })

  it('reads every refusal once, and none of a process that wrote its errors into the log', () => {
    expect(sayErrors(errors)).toEqual([
      '2026-05-02T14:19:03.412Z rate_or_concurrency 429 (1 try)',
      '2026-05-02T14:19:04.101Z rate_or_concurrency 429 (1 try)',
      '2026-05-02T14:19:04.230Z rate_or_concurrency 429 (1 try)',
      '2026-05-02T14:19:05.020Z rate_or_concurrency 429 (1 try)',
    ])
  })

  it('knows a subagent where the line says so', () => {
    expect(sayCalls(calls).filter((call) => call.includes(' sub'))).toEqual([
      '2026-05-02T14:19:04.101Z end failure agent 3bf13968 sub',
    ])
  })
})

describe('whose reason it is', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'of two agents in one old log, each failure takes one run of tries',
      [
        entry('16:00:00.000', 'INFO', 'Retrying step for the 1 time. Waiting 0.3 seconds.', ''),
        entry('16:00:00.100', 'INFO', 'Retrying step for the 1 time. Waiting 0.3 seconds.', ''),
        entry('16:00:00.500', 'INFO', 'Retrying step for the 2 time. Waiting 0.3 seconds.', ''),
        entry('16:00:01.000', 'ERROR', `LLM provider error: ${TOO_MANY}`, ''),
      ],
      ['16:00:00.100', '16:00:00.500', '16:00:01.000'],
    ],
    [
      'tries of long ago are not of this failure',
      [
        entry('15:00:00.000', 'INFO', 'Retrying step for the 1 time. Waiting 0.3 seconds.'),
        entry('16:00:01.000', 'ERROR', `LLM provider error: ${TOO_MANY}`),
      ],
      ['16:00:01.000'],
    ],
    [
      'tries before an answer are not of the failure after it',
      [
        entry('16:00:00.000', 'INFO', 'Retrying step for the 1 time. Waiting 0.3 seconds.'),
        entry('16:00:00.900', 'INFO', 'LLM step completed in 0.6s (input=1, output=1)'),
        entry('16:00:01.000', 'ERROR', `LLM provider error: ${TOO_MANY}`),
      ],
      ['16:00:01.000'],
    ],
    [
      'of exceptions that led to one another the last one counts',
      [
        entry('16:00:01.000', 'ERROR', 'Failed to run subagent'),
        'Traceback (most recent call last):',
        `openai.RateLimitError: ${TOO_MANY}`,
        'During handling of the above exception, another exception occurred:',
        '    raise APIStatusError(429, "Error code: 500 - this is code, not an exception")',
        `kosong.chat_provider.APIStatusError: ${TOO_MANY}`,
      ],
      ['16:00:01.000'],
    ],
  ])('%s', (_, lines, times) => {
    const { errors } = readLog(KIMI_LOG, lines.join('\n'), { zone: 'UTC' })
    expect(sayErrors(errors)).toEqual(
      times.map((time) => `2026-05-02T${time}Z rate_or_concurrency 429 (1 try)`.replace('.000Z', 'Z')),
    )
  })
})

it.each<[string, string, string]>([
  [
    'a header without a message',
    '2026-05-02 16:19:03.412 | WARNING  | kimi_cli.so',
    'an entry that is cut off before its message',
  ],
  ['a time', '2026-05-02 16:1', 'an entry that is cut off before its message'],
  [
    'an answer',
    entry('16:24:41.180', 'INFO', 'LLM step completed in 6.1s (inp'),
    'an answered request that is cut off',
  ],
  [
    'a retry',
    entry('16:24:41.180', 'WARNING', 'Retrying step for the 1 time (la'),
    'a retry that is cut off',
  ],
  [
    'a refusal',
    entry(
      '16:24:41.180',
      'WARNING',
      "Retrying step for the 1 time (last error: APIStatusError: Error code: 429 - {'err",
    ),
    'a refusal that is cut off before it says why',
  ],
  [
    'a failure without its traceback',
    entry('16:24:41.180', 'ERROR', 'LLM provider error:'),
    'a failed request whose reason is missing below it',
  ],
  [
    'a day that there is not',
    entry('16:24:41.180', 'ERROR', 'x').replace('-05-02', '-02-30'),
    'an entry without a message, or with a time that there is not',
  ],
])('%s that is cut off is a Reject', (_, line, reason) => {
  const whole = entry('16:00:00.000', 'INFO', 'LLM step completed in 1.0s (input=1, output=1)')
  const { rejects, calls } = readLog(KIMI_LOG, `${whole}\n${line}`, { zone: 'UTC' })
  expect(sayRejects(rejects)).toEqual([`2: ${reason}`])
  expect(sayCalls(calls)[0]).toContain('1000 ms success')
})

it('a refusal whose end is cut off, and which is known, is as good as whole', () => {
  const line = entry(
    '16:00:00.000',
    'WARNING',
    `Retrying step for the 1 time (last error: APIStatusError: ${TOO_MANY.slice(0, 110)}`,
  )
  const { errors, rejects } = readLog(KIMI_LOG, line, { zone: 'UTC' })
  expect(sayErrors(errors)).toEqual(['2026-05-02T16:00:00Z rate_or_concurrency 429 (1 try)'])
  expect(rejects).toEqual([])
})

describe('the times of a log that names no zone', () => {
  const line = (wall: string) =>
    `${wall} | INFO     | kimi_cli.soul.kimisoul:_step:12 | ${SID} - LLM step completed in 1.0s (input=1, output=1)`
  const when = (wall: string, zone: string) => sayCalls(readLog(KIMI_LOG, line(wall), { zone }).calls)[0]

  it.each<[string, string, string]>([
    ['2026-05-02 16:18:57.940', 'unknown', 'local 2026-05-02 16:18:57.940'],
    ['2026-05-02 16:18:57.940', 'Asia/Kathmandu', '2026-05-02T10:33:57.940Z'],
    // clocks put forward: there was no such moment
    ['2026-03-29 02:30:00.000', 'Europe/Berlin', 'skipped 2026-03-29 02:30:00.000'],
    ['2026-03-08 02:00:00.000', 'America/New_York', 'skipped 2026-03-08 02:00:00.000'],
    // clocks put back: there were two
    ['2026-10-25 02:30:00.000', 'Europe/Berlin', '2026-10-25T00:30:00Z+3600001 ms ambiguous'],
    ['2026-04-05 01:45:00.000', 'Australia/Lord_Howe', '2026-04-04T14:45:00Z+1800001 ms ambiguous'],
    ['2026-10-25 03:00:00.000', 'Europe/Berlin', '2026-10-25T02:00:00Z'],
    // a log that says its offset needs no zone
    ['2026-03-02 16:18:57.940 +0100', 'Asia/Tokyo', '2026-03-02T15:18:57.940Z'],
  ])('%s in %s', (wall, zone, expected) => {
    expect(when(wall, zone)?.startsWith(`${expected} end`)).toBe(true)
  })

  it('have the same id whatever zone is assumed', () => {
    const ids = ['unknown', 'UTC', 'Europe/Berlin'].map((zone) =>
      readLog(KIMI_LOG, logFixture('kimi-1.42.log'), { zone }).errors.map(({ id }) => id),
    )
    expect(ids[1]).toEqual(ids[0])
    expect(ids[2]).toEqual(ids[0])
  })
})

describe('identity', () => {
  it('is of what a line says, not of where it stands: a rotated copy gives the same ids', () => {
    const text = logFixture('kimi-1.42.log')
    const rotated = readLog(KIMI_LOG, `${entry('16:00:00.000', 'INFO', 'another day begins')}\n${text}`, {
      input: 'kimi.2026-05-02_06-00-00_000000.log',
    })
    const ids = ({ calls, errors }: typeof rotated) => [...calls, ...errors].map(({ id }) => id)
    expect(ids(rotated)).toEqual(ids(readLog(KIMI_LOG, text)))
  })

  it('tells equal lines of one millisecond apart by their ordinal', () => {
    const line = entry(
      '16:00:00.000',
      'WARNING',
      `Subagent LLM API error (HTTP 429) when running agent: ${TOO_MANY}`,
    )
    const { errors, calls } = readLog(KIMI_LOG, `${line}\n${line}`)
    expect(new Set(errors.map(({ id }) => id)).size).toBe(2)
    expect(new Set(calls.map(({ id }) => id)).size).toBe(2)
  })
})

describe('what is an entry of kimi.log', () => {
  it.each<[string, boolean]>([
    ['2026-03-02 16:18:59.204 | INFO     | kimi_cli.soul.kimisoul:_retry_log:638 - x', true],
    ['2026-03-02 16:18:59.204 | INFO     | kosong.chat_provider.kimi:generate:638 | abc - x', true],
    ['2026-03-02 16:18:59.204 | INFO     | somebody.elses.program:main:1 - x', false],
    ['2026-03-02 16:18:59 Login Device KimiCLI/1.16.0 Success', false],
  ])('%s', (line, yes) => {
    expect(KIMI_LOG.recognise(line) !== null).toBe(yes)
  })

  it.each<[string, boolean]>([
    ['', true],
    ['Traceback (most recent call last):', true],
    ['    response = await self.client.chat.completions.create(', true],
    ['kosong.chat_provider.APIStatusError: Error code: 429', true],
    ['│  Weekly limit  ━━━━━━  84% left (resets in 5d 16h)  │', false],
    ['  Login Device KimiCLI/1.16.0 2026/03/02 17:25:14 Success', false],
    ['and then I looked at the console', false],
  ])('%s goes on with it: %s', (line, yes) => {
    expect(KIMI_LOG.continues(line)).toBe(yes)
  })
})
