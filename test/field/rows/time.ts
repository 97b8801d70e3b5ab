import type { FieldKind, FieldRow } from '../field-row.ts'

const WEEK = {
  errors: [{ at: '2026-09-30T11:35:10Z', status: 403, class: 'window_7d' }],
  incidents: [{ from: '2026-09-30T11:35:10Z', leading: 'quota_7d' }],
} as const

const LIMIT = "You've reached your 5-hour usage limit."
const LOAD = 'The engine is currently overloaded, please try again later'

const row = (
  name: string,
  text: string,
  at: string | null = '2026-08-20T17:22:37Z',
  errorClass = 'window_5h',
): FieldRow => ({
  name,
  text,
  right: { errors: [{ at, class: errorClass }] },
})

export const field: FieldKind = {
  kind: 'a time that stands elsewhere in the record',
  rows: [
    { name: 'before it, with an offset', file: 'dated-line.txt', right: WEEK },
    {
      name: 'before it, with an offset, and no full stop',
      text: "2026-09-30 14:35:10 +03:00 403 Forbidden: You've reached your weekly (7-day) usage limit\n",
      right: WEEK,
    },
    {
      name: 'in the sentence before',
      file: 'time-in-prose.txt',
      right: {
        errors: [{ at: '2026-08-20T17:22:37Z', status: 403, class: 'window_5h' }],
        incidents: [{ from: '2026-08-20T17:22:37Z', leading: 'quota_5h' }],
      },
    },
    {
      name: 'a span of times, below it',
      file: 'time-below.txt',
      right: {
        errors: [{ at: ['2026-04-02T09:00:00Z', '2026-04-02T09:20:00Z'], status: 429, class: 'overloaded' }],
        incidents: [{ from: '2026-04-02T09:00:00Z', within: true, leading: 'platform' }],
      },
    },
    {
      name: 'the date header',
      file: 'curl-i.txt',
      right: {
        errors: [{ at: '2026-10-01T11:35:10Z', status: 403, class: 'window_5h' }],
        incidents: [{ from: '2026-10-01T11:35:10Z', leading: 'quota_5h' }],
      },
    },
    row('as a pair', `level=error time="2026-08-20T17:22:37Z" msg="${LIMIT}"`),
    row('as a pair behind it', `msg="${LIMIT}" ts=2026-08-20T17:22:37Z`),
    row('as a number of seconds', `ts=1787246557 status=403 msg="${LIMIT}"`),
    row('as a number of milliseconds, in a field', `{"time":1787246557000,"level":50,"msg":"${LIMIT}"}`),
    row(
      'in the one letter that zap gives it',
      `{"L":"ERROR","T":"2026-08-21T01:22:37+0800","M":"upstream error","status":403,"body":"{\\"error\\":{\\"message\\":\\"${LIMIT}\\"}}"}`,
    ),
    row('as a field', `{"timestamp":"2026-08-20T17:22:37Z","level":"error","error":{"message":"${LIMIT}"}}`),
    row(
      'in UTC without its Z, and how long the log was silent before',
      `ERROR 2026-08-20T17:22:37 +312ms service=llm error=AI_APICallError: ${LIMIT}`,
    ),
    row(
      'the same after more than a second',
      `ERROR 2026-08-20T17:22:37 +2840ms service=llm error=AI_APICallError: ${LIMIT}`,
    ),
    row(
      'in the headers of the answer, as a client prints them',
      `{"name":"APIError","data":{"message":"${LIMIT}","statusCode":403,"responseHeaders":{"content-type":"application/json","date":"Thu, 20 Aug 2026 17:22:37 GMT"},"responseBody":"{\\"error\\":{\\"message\\":\\"${LIMIT}\\",\\"type\\":\\"access_terminated_error\\"}}"}}`,
    ),
    ...(
      [
        ['with a dash before the clock', '[ERR] 2026/08/20 - 17:22:37 | relay error (status code: 403):'],
        ['the day first, with dots', '20.08.2026, 17:22:37 —'],
        ['the month first, by a clock of twelve hours', '[8/20/2026, 5:22:37 PM] API Error: 403'],
        ['the day first, with slashes', '20/08/2026 17:22:37'],
      ] as const
    ).map(([name, before]) => row(name, `${before} ${LIMIT}\n`, '2026-08-20 17:22:37')),
    row('with slashes, and no telling which is the month', `08/09/2026 17:22:37 ${LIMIT}\n`, null),
    {
      name: 'and a number behind it that is no offset',
      text: `2026-08-20 17:22:37 +3 retries: ${LIMIT}\n`,
      right: { errors: [{ at: '2026-08-20 17:22:37', class: 'window_5h' }] },
    },
    row('behind a name and number of grep', `run.log:812:[2026-08-20 17:22:37Z] 403 ${LIMIT}`),
    row('with a named offset', `2026-08-20 20:22:37 UTC+3 ERROR 403 ${LIMIT}`),
    row('behind the zone', `北京时间 2026-08-21 01:22:37 报错：${LIMIT}`),
    row('in Chinese', `2026年8月21日 01:22:37（北京时间）提示“${LIMIT}”`),
    row('with the name of a month', `Aug 20, 2026 17:22:37 UTC - ${LIMIT}`),
    row('as a web server writes it', `127.0.0.1 - - [20/Aug/2026:17:22:37 +0000] "POST /v1" 403 "${LIMIT}"`),
    row('after it, in the sentence', `I got "${LIMIT}" at 2026-08-20 17:22:37 UTC`),
    row('on a labelled line above', `**Time:** 2026-08-20 17:22:37 UTC\n**Error:** 403 ${LIMIT}`),
    row('under a label without a colon', `报错：403 ${LIMIT}\n时间 2026-08-21 01:22:37 +08:00`),
    row(
      'the same below a body',
      `Kimi 返回 403：\n{"error":{"message":"${LIMIT}","type":"access_terminated_error"}}\n时间 2026-08-21 01:22:37 +08:00`,
    ),
    row('on a labelled line in Chinese', `报错：403 ${LIMIT}\n时间：2026-08-21 01:22:37 +08:00`),
    row('above an indented line', `[2026-08-20T17:22:37Z] ERROR request failed\n    403 ${LIMIT}`),
    row('beside that of the reset', `2026-08-20T17:22:37Z 403 ${LIMIT} Resets at 2026-08-20T20:00:00Z`),
    row(
      'the nearest in its sentence',
      `It worked at 2026-08-20 09:00 UTC. At 2026-08-20 17:22:37 UTC it said "${LIMIT}" and at noon it did not.`,
    ),
    row('only that of the reset', `403 ${LIMIT} It resets at 2026-08-20 17:22:37 UTC.`, null),
    row('a date alone', `2026-08-20 403 ${LIMIT}`, null),
    row('the time of another line', `2026-08-20T17:22:37Z started\n\n403 ${LIMIT}`, null),
    {
      name: 'without a zone',
      text: `2026-08-20 17:22:37 429 ${LOAD}`,
      right: { errors: [{ at: '2026-08-20 17:22:37', status: 429, class: 'overloaded' }] },
    },
    {
      name: 'a span with its zone',
      text: `Between 2026-08-20 17:00-17:20 UTC: 429 ${LOAD}`,
      right: { errors: [{ at: ['2026-08-20T17:00:00Z', '2026-08-20T17:20:00Z'], status: 429 }] },
    },
    {
      name: 'records below each other, each with its time below',
      text: `Error: 403 ${LIMIT}\nTime: 2026-08-20 17:22:37 UTC\nError: 429 ${LOAD}\nTime: 2026-08-20 18:00:00 UTC`,
      right: {
        errors: [
          { at: '2026-08-20T17:22:37Z', status: 403 },
          { at: '2026-08-20T18:00:00Z', status: 429 },
        ],
      },
    },
    {
      name: 'records below each other, each with its time above',
      text: `Time: 2026-08-20 17:22:37 UTC\nError: 403 ${LIMIT}\nTime: 2026-08-20 18:00:00 UTC\nError: 429 ${LOAD}`,
      right: {
        errors: [
          { at: '2026-08-20T17:22:37Z', status: 403 },
          { at: '2026-08-20T18:00:00Z', status: 429 },
        ],
      },
    },
  ],
}
