import type { FieldKind, FieldRow } from '../field-row.ts'

const LOAD = 'The engine is currently overloaded, please try again later'
const LIMIT = "You've reached your 5-hour usage limit."

/** Read on 2026-12-01. */
const row = (name: string, text: string, at: string | null, errorClass = 'overloaded'): FieldRow => ({
  name,
  text,
  right: { errors: [{ at, class: errorClass }] },
})

export const field: FieldKind = {
  kind: 'a date that leaves out its year',
  rows: [
    {
      name: 'as journalctl prints it',
      text: [
        `Nov 28 14:03:22 devbox kimi[8123]: LLM provider error: Error code: 429 - {'error': {'message': '${LOAD}', 'type': 'engine_overloaded_error'}}`,
        'Nov 28 14:03:25 devbox kimi[8123]: retrying in 2.0s',
        `Nov 28 14:03:40 devbox kimi[8123]: LLM provider error: Error code: 429 - {'error': {'message': '${LOAD}', 'type': 'engine_overloaded_error'}}`,
      ].join('\n'),
      zone: '+01:00',
      right: {
        errors: [
          { at: '2026-11-28T13:03:22Z', status: 429, class: 'overloaded' },
          { at: '2026-11-28T13:03:40Z', status: 429, class: 'overloaded' },
        ],
        incidents: [{ from: '2026-11-28T13:03:22Z', leading: 'platform' }],
      },
    },
    row(
      'a day of one digit, with two spaces',
      `Nov  8 14:03:22 host app: 429 ${LOAD}`,
      '2026-11-08 14:03:22',
    ),
    row(
      'later in the year than now: of the year before',
      `Dec 24 18:00:01 host app: 429 ${LOAD}`,
      '2025-12-24 18:00:01',
    ),
    row('this very evening, further east', `Dec 1 07:59:00 UTC+8 429 ${LOAD}`, '2026-11-30T23:59:00Z'),
    row('the day first', `28 Nov, 14:03: 403 ${LIMIT}`, '2026-11-28 14:03:00', 'window_5h'),
    row('a word that begins as a month does', `I had 3 decimals 14:03 403 ${LIMIT}`, null, 'window_5h'),
    row(
      'in a sentence',
      `On November 28th at 2:03 PM UTC I got "${LIMIT}"`,
      '2026-11-28T14:03:00Z',
      'window_5h',
    ),
    row('in Chinese', `11月28日 14:03（北京时间）提示“${LIMIT}”`, '2026-11-28T06:03:00Z', 'window_5h'),
    row('in Chinese, as one says it', `11月28号14:03 报错：${LIMIT}`, '2026-11-28 14:03:00', 'window_5h'),
    row(
      'in Chinese, by the part of the day',
      `今天（11月28日）下午2:03开始，一直提示“${LIMIT}”`,
      '2026-11-28 14:03:00',
      'window_5h',
    ),
    row('in Chinese, spelled', `11月28号晚上9点05分报错：${LIMIT}`, '2026-11-28 21:05:00', 'window_5h'),
    row(
      'in Chinese, half past',
      `2026年11月28日上午10点半报错：${LIMIT}`,
      '2026-11-28 10:30:00',
      'window_5h',
    ),
    row('at midnight, of which day nobody says', `11月28号晚上12点05分报错：${LIMIT}`, null, 'window_5h'),
    row(
      'behind the clock, as date prints it',
      `Sat Nov 28 14:03:22 UTC 2025 429 ${LOAD}`,
      '2025-11-28T14:03:22Z',
    ),
    row('a day that the last year had not', `Feb 29 14:03:22 host app: 429 ${LOAD}`, null),
    row('only that of the reset', `403 ${LIMIT} It resets on Dec 2 at 14:03.`, null, 'window_5h'),
    {
      name: 'before it was taken',
      text: `Nov 28 14:03:22 host app: 429 ${LOAD}`,
      takenAt: '2026-03-01T00:00:00Z',
      right: { errors: [{ at: '2025-11-28 14:03:22', class: 'overloaded' }] },
    },
  ],
}
