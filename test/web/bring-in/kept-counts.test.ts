import { expect, it } from 'vitest'
import { NOTHING_PUT, type PutSummary } from '../../../shared/store/put-summary.ts'
import { addUp } from '../../../web/pages/bring-in/kept/kept-counts.ts'

const NOTHING: PutSummary = {
  records: NOTHING_PUT,
  snapshots: NOTHING_PUT,
  errors: NOTHING_PUT,
  calls: NOTHING_PUT,
  costs: NOTHING_PUT,
  devices: NOTHING_PUT,
  marks: NOTHING_PUT,
  annotations: NOTHING_PUT,
  captures: NOTHING_PUT,
  rejects: NOTHING_PUT,
  unknownFields: NOTHING_PUT,
}

it('adds up several inputs; what was only seen once more is known already', () => {
  const counts = addUp([
    { ...NOTHING, records: { added: 9, merged: 0, unchanged: 0 } },
    {
      ...NOTHING,
      records: { added: 1, merged: 2, unchanged: 6 },
      errors: { added: 0, merged: 1, unchanged: 0 },
    },
  ])
  expect(counts.records).toEqual({ added: 10, known: 8 })
  expect(counts.errors).toEqual({ added: 0, known: 1 })
  expect(counts.snapshots).toEqual({ added: 0, known: 0 })
})
