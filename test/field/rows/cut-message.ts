import type { FieldKind } from '../field-row.ts'

export const field: FieldKind = {
  kind: 'a message of which a part is left',
  rows: [
    {
      name: 'half of it, quoted in a sentence',
      file: 'half-message.txt',
      right: { errors: [{ at: null, status: 403, class: 'window_5h' }], incidents: [] },
    },
  ],
}
