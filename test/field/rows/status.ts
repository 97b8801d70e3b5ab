import type { FieldKind } from '../field-row.ts'

export const field: FieldKind = {
  kind: 'a status that stands elsewhere in the record',
  rows: [
    {
      name: 'before the type',
      file: 'status-then-type.txt',
      right: { errors: [{ at: null, status: 401, class: 'auth' }], incidents: [] },
    },
    {
      name: 'with its reason phrase',
      file: 'reason-phrase.txt',
      right: { errors: [{ at: null, status: 403, class: 'window_5h' }], incidents: [] },
    },
  ],
}
