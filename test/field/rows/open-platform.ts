import type { FieldKind } from '../field-row.ts'

export const field: FieldKind = {
  kind: 'a text of the open platform, which is another product',
  rows: [
    {
      name: 'suspended for its balance',
      file: 'open-platform.txt',
      right: { errors: [{ status: 429, product: 'open_platform' }], incidents: [] },
    },
    {
      name: "an organization's requests a minute, in a client's log",
      file: 'open-platform-rpm.log',
      right: { errors: [{ status: 429, product: 'open_platform' }], incidents: [] },
    },
  ],
}
