import type { FieldKind } from '../field-row.ts'

const OVERLOADED = {
  errors: [{ at: '2026-07-02T09:15:06.500Z', status: 429, class: 'overloaded' }],
  rejects: 0,
  incidents: [{ from: '2026-07-02T09:15:06.500Z', leading: 'platform', supported: ['platform'] }],
} as const

export const field: FieldKind = {
  kind: 'a log line of which parts are cut out',
  rows: [
    { name: 'whole', file: 'whole-line.log', right: OVERLOADED },
    { name: 'without step and attempt', file: 'cut-line.log', right: OVERLOADED },
  ],
}
