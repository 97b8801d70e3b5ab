import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { dropRecords, restoreRecords } from '../../../shared/store/drop-records.ts'
import { putEvidence } from '../../../shared/store/put-evidence.ts'
import { putImport } from '../../../shared/store/imports/put-import.ts'
import { countsOf } from '../../../shared/store/read-counts.ts'
import { evidenceOf } from '../../../shared/store/read-evidence.ts'
import { undoImport } from '../../../shared/store/imports/undo-import.ts'
import { row, seedEvidence } from '../../analyse/build.ts'
import { freshStore } from '../fresh-store.ts'
import { importPart } from './import-part.ts'
import { pageReadIn } from '../page-read-in.ts'

const IMPORT = importPart('import')
const UUID = '0f0e0d0c-0b0a-4908-8706-050403020100'
const TEN = '2026-03-02T10:00:00Z'
const ids = (evidence: Evidence) => evidence.records.map(({ id }) => id)

describe('deleted rows', () => {
  it('are gone, stay gone when they are seen again, and come back as they were', async () => {
    const store = freshStore()
    const evidence = pageReadIn([row(TEN), row('2026-03-02T11:00:00Z'), row('2026-03-04T11:00:00Z')])
    await putEvidence(store, 'me', evidence)
    const before = await evidenceOf(store, 'me')
    const [first, , third] = ids(before)
    const doomed = new Set([first ?? '', third ?? ''])
    expect(await dropRecords(store, 'me', doomed)).toHaveLength(2)
    expect(await dropRecords(store, 'me', doomed)).toHaveLength(0)
    expect((await evidenceOf(store, 'me')).records).toHaveLength(1)
    const again = await putEvidence(store, 'me', evidence)
    expect(again.records).toEqual({ added: 0, merged: 0, unchanged: 3 })
    expect((await countsOf(store, 'me')).items.records).toBe(1)
    expect(await restoreRecords(store, 'me', doomed)).toBe(2)
    expect(await evidenceOf(store, 'me')).toEqual(before)
  })

  it('take the row of a table with them that they were also seen as', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', pageReadIn([row(TEN)]))
    await putEvidence(store, 'me', pageReadIn([row(TEN, { requestId: UUID })]))
    const before = await evidenceOf(store, 'me')
    expect(before.records).toHaveLength(1)
    const taken = await dropRecords(store, 'me', new Set(ids(before)))
    expect(taken).toHaveLength(2)
    expect((await evidenceOf(store, 'me')).records).toEqual([])
    await restoreRecords(store, 'me', new Set(taken))
    expect(await evidenceOf(store, 'me')).toEqual(before)
  })

  it('learn what is seen of them while they are gone', async () => {
    const store = freshStore()
    const known = row(TEN, { requestId: UUID })
    await putEvidence(store, 'me', pageReadIn([known]))
    await dropRecords(store, 'me', new Set([known.id]))
    await putEvidence(
      store,
      'me',
      pageReadIn([{ ...known, model: 'kimi-for-coding' }, row('2026-03-02T12:00:00Z')]),
    )
    await restoreRecords(store, 'me', new Set([known.id]))
    const { records } = await evidenceOf(store, 'me')
    expect(records.find(({ id }) => id === known.id)).toMatchObject({ model: 'kimi-for-coding' })
  })
})

describe('an import that is undone', () => {
  it('leaves what was there before, and nothing else', async () => {
    const minute = fc.integer({ min: 10, max: 59 })
    const some = fc
      .uniqueArray(minute, { minLength: 1, maxLength: 6 })
      .map((minutes) => pageReadIn(minutes.map((each) => row(`2026-03-02T10:${each}:00Z`))))
    await fc.assert(
      fc.asyncProperty(fc.array(some, { maxLength: 3 }), some, some, async (before, first, second) => {
        const store = freshStore()
        for (const each of before) await putEvidence(store, 'me', each)
        const was = await evidenceOf(store, 'me')
        await putImport(store, 'me', IMPORT, first)
        await putImport(store, 'me', IMPORT, second)
        expect(await undoImport(store, 'me', 'import')).toBe(true)
        expect(await evidenceOf(store, 'me')).toEqual(was)
        store.close()
      }),
      { numRuns: 25 },
    )
  })

  it('of something that was there already takes nothing', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', seedEvidence())
    const was = await evidenceOf(store, 'me')
    await putImport(store, 'me', IMPORT, seedEvidence())
    await undoImport(store, 'me', 'import')
    expect(await evidenceOf(store, 'me')).toEqual(was)
    expect(await undoImport(store, 'me', 'import')).toBe(false)
  })

  it('takes only the origin of a row that was read elsewhere, too', async () => {
    const store = freshStore()
    const shared = row(TEN)
    await putEvidence(store, 'me', pageReadIn([shared]))
    await putImport(store, 'me', IMPORT, pageReadIn([shared, row('2026-03-02T11:00:00Z')]))
    expect((await evidenceOf(store, 'me')).records[0]?.origins).toHaveLength(2)
    await undoImport(store, 'me', 'import')
    const { records, captures } = await evidenceOf(store, 'me')
    expect(records.map(({ origins }) => origins.length)).toEqual([1])
    expect(captures).toHaveLength(1)
  })
})
