import type { FieldKind } from '../field-row.ts'

const WEEK = {
  errors: [{ at: '2026-09-30T11:35:10Z', status: 403, class: 'window_7d' }],
  incidents: [{ from: '2026-09-30T11:35:10Z', leading: 'quota_7d' }],
} as const

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
  ],
}
