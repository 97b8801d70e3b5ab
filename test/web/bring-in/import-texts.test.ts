import { expect, it } from 'vitest'
import type { ImportedInput } from '../../../shared/store/database/schema.ts'
import { createTexts } from '../../../web/locales/texts.ts'
import { addedText, inputsText, piecesAdded } from '../../../web/pages/bring-in/given/import-texts.ts'

const NONE = {
  records: 0,
  snapshots: 0,
  errors: 0,
  calls: 0,
  costs: 0,
  devices: 0,
  marks: 0,
  annotations: 0,
  captures: 1,
  rejects: 0,
  unknownFields: 0,
}
const file = (name: string, added: Partial<typeof NONE> = {}): ImportedInput => ({
  name,
  via: 'file',
  added: { ...NONE, ...added },
})
const PASTE = { name: 'paste', via: 'paste', added: NONE } as const

it.each([
  ['of one file', [file('a.log', { records: 9, rejects: 1 })], 'a.log', 'new: 9 requests, 1 not readable', 9],
  ['of text', [PASTE], 'Pasted text', 'nothing new', 0],
  [
    'of several, added up',
    [file('a', { records: 9 }), file('b', { records: 1, calls: 2 }), file('c'), PASTE, file('d')],
    'a, b, c and 2 more',
    'new: 10 requests, 2 logged calls',
    12,
  ],
  [
    'of which a part was not counted',
    [file('a', { records: 9 }), { name: 'b', via: 'file' }],
    'a, b',
    'how much was new is not known',
    null,
  ],
  [
    'of before it was kept',
    null,
    'an import whose names were not stored',
    'how much was new is not known',
    null,
  ],
] as const)('an import %s', (_name, inputs, what, added, pieces) => {
  const { t } = createTexts('en')
  const entry = { id: 'one', at: null, inputs }
  expect([inputsText(entry, t), addedText(entry, t), piecesAdded(entry)]).toEqual([what, added, pieces])
})
