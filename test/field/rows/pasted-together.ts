import type { FieldKind } from '../field-row.ts'

export const field: FieldKind = {
  kind: 'an error and a reading with words between',
  rows: [
    {
      name: 'one line of prose, and one after it',
      file: 'error-then-prose-then-reading.txt',
      right: {
        errors: [{ status: 429, class: 'rate_or_concurrency', assumed: true }],
        readings: [{ meters: { '7d': { used: 33 }, '5h': { used: 2 } } }],
        incidents: [
          {
            from: '2026-05-07T10:20:45.248Z',
            to: '2026-05-07T15:20:45.248Z',
            within: true,
            leading: 'unknown',
            verdicts: { quota_5h: 'contradicted', quota_7d: 'contradicted' },
          },
        ],
      },
    },
  ],
}
