import type { FieldKind } from '../field-row.ts'

export const field: FieldKind = {
  kind: 'a log that says whose model it calls',
  rows: [
    {
      name: "another provider's model, with a stack between",
      file: 'foreign-provider.log',
      right: { records: 0, calls: 0, errors: [], incidents: [], exit: 1 },
    },
  ],
}
