import type { FieldKind } from '../field-row.ts'

export const field: FieldKind = {
  kind: 'nothing that can be read',
  rows: [
    {
      name: 'a complaint without any evidence',
      file: 'prose-only.txt',
      right: { records: 0, errors: [], readings: [], rejects: 0, incidents: [], exit: 1 },
    },
  ],
}
