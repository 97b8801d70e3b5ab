import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { putImport } from '../../shared/store/imports/put-import.ts'
import { countsOf } from '../../shared/store/read-counts.ts'
import { evidenceOf } from '../../shared/store/read-evidence.ts'
import { dropRecordsBefore } from '../../shared/store/raw/retention.ts'
import { undoImport } from '../../shared/store/imports/undo-import.ts'
import { span } from '../../shared/time/span.ts'
import { paste } from '../parse/paste.ts'
import { at, day } from '../time/given.ts'
import { freshStore } from './fresh-store.ts'
import { importPart } from './imports/import-part.ts'
import { inIdOrder } from './in-id-order.ts'

const row = (time: string, share = '0.14%') => `Kimi Code 2026-07-22 ${time}\t${share}`
const MORNING = [row('09:08'), row('09:08'), row('09:07', '0.02%')].join('\n')
// The page an hour later: one more call, and one of the equal two is out of sight.
const LATER = [row('10:01', '1.5%'), row('09:08'), row('09:07', '0.02%')].join('\n')

it('copies that overlap join, whatever their zone, in the store as in a merge', async () => {
  const store = freshStore()
  const parts = [paste(MORNING), paste(LATER, {}, '+08:00'), paste(MORNING)].map(({ evidence }) => evidence)
  for (const part of parts) await putEvidence(store, 'me', part)
  const kept = inIdOrder(await evidenceOf(store, 'me'))
  expect(kept).toEqual(inIdOrder(mergeEvidence(...parts)))
  expect((await countsOf(store, 'me')).items.costs).toBe(4)
  expect(kept.costs.filter(({ when }) => when.kind === 'span')).toHaveLength(3)
})

it('those of a known zone are found by time, and dropped with their day', async () => {
  const store = freshStore()
  await putEvidence(store, 'me', paste(MORNING, {}, '+08:00').evidence)
  const minute = span(at('2026-07-22T01:08:00Z'), at('2026-07-22T01:09:00Z'))
  const { costs } = await evidenceOf(store, 'me')
  expect(costs.filter(({ when }) => when.kind === 'span' && when.span.from === minute.from)).toHaveLength(2)
  await dropRecordsBefore(store, 'me', day('2026-07-23'))
  expect((await evidenceOf(store, 'me')).costs).toEqual([])
})

it('an import of them is undone: what another copy shows too stays', async () => {
  const store = freshStore()
  await putEvidence(store, 'me', paste(MORNING).evidence)
  const before = await evidenceOf(store, 'me')
  await putImport(store, 'me', importPart('import'), paste(LATER).evidence)
  expect((await countsOf(store, 'me')).items.costs).toBe(4)
  expect(await undoImport(store, 'me', 'import')).toBe(true)
  expect((await evidenceOf(store, 'me')).costs).toEqual(before.costs)
})
