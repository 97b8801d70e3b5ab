import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { annotationOf } from '../../shared/evidence/kinds/annotation.ts'
import { markOf } from '../../shared/evidence/kinds/mark.ts'
import { adding, inverseOf, isNoChange } from '../../shared/evidence/user-items.ts'
import { changeUserItems } from '../../shared/store/change-user-items.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { countsOf } from '../../shared/store/read-counts.ts'
import { evidenceOf, userItemsOf } from '../../shared/store/read-evidence.ts'
import { row, seedEvidence } from '../analyse/build.ts'
import { at } from '../time/given.ts'
import { freshStore } from './fresh-store.ts'

const NOW = at('2026-03-09T00:00:00Z')
const local = row('2026-03-02 17:00:00').when
const mark = markOf({ kind: 'blocked', text: '', when: local })
const note = annotationOf({
  anchor: row('2026-03-02 16:18:57').id,
  when: local,
  kind: 'note',
  text: 'before lunch',
  writtenAt: NOW,
})
const tag = annotationOf({ ...note, kind: 'tag', text: 'subagents' })

describe('what the user writes and marks', () => {
  it('is kept, read back by itself and with the evidence, and counted', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', seedEvidence())
    await changeUserItems(store, 'me', adding({ marks: [mark], annotations: [note, tag] }))
    expect(await userItemsOf(store, 'me')).toEqual({
      marks: [mark],
      annotations: [note, tag].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    })
    expect((await evidenceOf(store, 'me')).annotations).toHaveLength(2)
    expect((await countsOf(store, 'me')).items).toMatchObject({ records: 9, marks: 1, annotations: 2 })
  })

  it('is undone by the inverse of the change', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', seedEvidence())
    const before = await evidenceOf(store, 'me')
    const done = await changeUserItems(store, 'me', adding({ marks: [mark], annotations: [note] }))
    await changeUserItems(store, 'me', inverseOf(done))
    expect(await evidenceOf(store, 'me')).toEqual(before)
    expect((await countsOf(store, 'me')).items).toMatchObject({ marks: 0, annotations: 0 })
  })

  it('that was there already is not taken away by an undo of having added it again', async () => {
    const store = freshStore()
    await changeUserItems(store, 'me', adding({ marks: [mark] }))
    const again = await changeUserItems(store, 'me', adding({ marks: [mark], annotations: [note] }))
    expect(again.add).toEqual({ marks: [], annotations: [note] })
    await changeUserItems(store, 'me', inverseOf(again))
    expect(await userItemsOf(store, 'me')).toEqual({ marks: [mark], annotations: [] })
  })

  it('that is gone already cannot be dropped again', async () => {
    const store = freshStore()
    const gone = await changeUserItems(store, 'me', inverseOf(adding({ marks: [mark] })))
    expect(isNoChange(gone)).toBe(true)
  })

  it('belongs to one account', async () => {
    const store = freshStore()
    await changeUserItems(store, 'me', adding({ marks: [mark] }))
    expect(await userItemsOf(store, 'other')).toEqual({ marks: [], annotations: [] })
  })
})
