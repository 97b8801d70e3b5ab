import type { FieldKind } from '../field-row.ts'

export const field: FieldKind = {
  kind: 'a text that names a quota and not which',
  rows: [
    {
      name: 'this billing cycle',
      file: 'billing-cycle.log',
      right: {
        errors: [{ at: '2026-07-23T10:10:01.500Z', status: 403, class: 'quota_unnamed' }],
        incidents: [
          {
            from: '2026-07-23T10:10:01.500Z',
            leading: 'unknown',
            supported: [],
            verdicts: { quota_5h: 'consistent', quota_7d: 'consistent', quota_month: 'consistent' },
          },
        ],
      },
    },
    {
      name: 'this billing cycle, and service back in ninety minutes',
      file: 'billing-cycle-back-early.log',
      right: {
        errors: [{ at: '2026-08-17T09:30:01Z', status: 403, class: 'quota_unnamed' }],
        incidents: [
          { from: '2026-08-17T09:30:01Z', to: '2026-08-17T11:00:00Z', leading: 'unknown', supported: [] },
        ],
      },
    },
  ],
}
