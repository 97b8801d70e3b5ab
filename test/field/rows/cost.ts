import type { FieldKind } from '../field-row.ts'

export const field: FieldKind = {
  kind: 'what single calls cost',
  rows: [
    {
      name: 'the body behind the membership page',
      file: 'balance-actions.json',
      right: {
        rejects: 0,
        costs: [
          { at: '2026-09-22T01:08:31.123Z', percent: 0.14 },
          { at: '2026-09-22T01:08:55Z', percent: 1.02 },
        ],
      },
    },
  ],
}
