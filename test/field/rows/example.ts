import type { FieldKind } from '../field-row.ts'

export const field: FieldKind = {
  kind: 'an example, which judges nothing',
  rows: [
    {
      name: 'an example body in a thread',
      file: 'post-with-example.txt',
      zone: '+02:00',
      right: {
        records: 4,
        errors: [{ status: 429, class: 'rate_or_concurrency' }],
        readings: [
          {
            meters: {
              '7d': { used: 41, reset: '2026-04-14T08:20:30.500Z' },
              '5h': { used: 12, reset: '2026-04-10T16:20:30.500Z' },
            },
          },
        ],
        examples: { readings: 1 },
      },
    },
  ],
}
