import type { FieldKind } from '../field-row.ts'

export const field: FieldKind = {
  kind: 'one refusal that is told more than once',
  rows: [
    {
      name: 'quoted above, and in the log',
      file: 'quoted-and-logged.txt',
      right: {
        records: 4,
        errors: [{ at: '2026-05-02 12:00:03', status: 429, class: 'rate_or_concurrency' }],
        incidents: [{ fromLocal: '2026-05-02T12:00:03', grade: 'error_text', leading: 'unknown' }],
      },
    },
    {
      name: 'as it came, and escaped in the result',
      file: 'escaped-copy.log',
      right: {
        errors: [{ at: '2026-08-09T10:20:30.216Z', status: 403, class: 'window_5h' }],
        incidents: [{ from: '2026-08-09T10:20:30.216Z', leading: 'quota_5h' }],
      },
    },
    {
      name: 'in a message, and in the stack of the turn',
      file: 'stack-repeats.log',
      right: {
        errors: [{ at: '2026-10-01T10:00:00Z', status: 429, class: 'overloaded' }],
        incidents: [{ from: '2026-10-01T10:00:00Z', leading: 'platform' }],
      },
    },
  ],
}
