import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_EVIDENCE, type Evidence } from '../../../shared/evidence/evidence.ts'
import { eraseAll } from '../../../shared/store/accounts/erase.ts'
import { moveAccount } from '../../../shared/store/accounts/move-account.ts'
import { putEvidence } from '../../../shared/store/put-evidence.ts'
import { putImport } from '../../../shared/store/imports/put-import.ts'
import { evidenceOf } from '../../../shared/store/read-evidence.ts'
import { importsOf } from '../../../shared/store/imports/read-imports.ts'
import { undoImport } from '../../../shared/store/imports/undo-import.ts'
import { row, seedEvidence } from '../../analyse/build.ts'
import { telltaleEvidence } from '../../export/some-evidence.ts'
import { at } from '../../time/given.ts'
import { freshStore } from '../fresh-store.ts'
import { importPart } from './import-part.ts'
import { pageReadIn } from '../page-read-in.ts'

const TEN = row('2026-03-02T10:00:00Z')
const ELEVEN = row('2026-03-02T11:00:00Z')

describe('the list of imports', () => {
  it('says when each was made, of what, and how much of each kind was new; newest first', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', pageReadIn([TEN]))
    await putImport(store, 'me', importPart('one', 'a.log'), pageReadIn([TEN, ELEVEN]))
    await putImport(store, 'me', importPart('two', 'b.log', '02'), pageReadIn([TEN, ELEVEN]))
    await putImport(store, 'me', importPart('one', 'c.log', '03'), seedEvidence())
    await putImport(store, 'other', importPart('three'), seedEvidence())
    const imports = await importsOf(store, 'me')
    expect(imports).toMatchObject([
      { id: 'two', at: at('2026-03-09T08:02:00Z'), inputs: [{ name: 'b.log', added: { records: 0 } }] },
      {
        id: 'one',
        at: at('2026-03-09T08:01:00Z'),
        inputs: [
          { name: 'a.log', via: 'file', added: { records: 1, snapshots: 0 } },
          { name: 'c.log', via: 'file', added: { records: 9, snapshots: 2 } },
        ],
      },
    ])
    await undoImport(store, 'me', 'two')
    expect((await importsOf(store, 'me')).map(({ id }) => id)).toEqual(['one'])
    await eraseAll(store)
    expect(await importsOf(store, 'me')).toEqual([])
  })

  it('has an import of before it said so, last and without them, and it can be undone', async () => {
    const store = freshStore()
    const { captures } = pageReadIn([ELEVEN])
    await putEvidence(store, 'me', pageReadIn([ELEVEN]))
    const keys = { marks: [], annotations: [], unknownFields: [] }
    await store.imports.put({ account: 'me', id: 'old', captures: captures.map(({ id }) => id), keys })
    await putImport(store, 'me', importPart('new'), pageReadIn([TEN]))
    expect((await importsOf(store, 'me')).at(-1)).toEqual({ id: 'old', at: null, inputs: null })
    await undoImport(store, 'me', 'old')
    expect((await evidenceOf(store, 'me')).records).toHaveLength(1)
  })
})

const minutes = fc.uniqueArray(fc.integer({ min: 10, max: 19 }), { minLength: 1, maxLength: 4 })
const pages = fc.array(
  minutes.map((each) => pageReadIn(each.map((minute) => row(`2026-03-02T10:${minute}:00Z`)))),
  { minLength: 1, maxLength: 3 },
)
/** What has no origin, and so is remembered by its key. */
const USER_ITEMS: Evidence = {
  ...NO_EVIDENCE,
  marks: telltaleEvidence().marks,
  annotations: telltaleEvidence().annotations,
  unknownFields: telltaleEvidence().unknownFields,
}
const small = fc.constantFrom(NO_EVIDENCE, USER_ITEMS)

describe('what several imports brought', () => {
  it('stays when one of them is undone, as if only the others had been made', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(pages, small), { minLength: 2, maxLength: 4 }),
        fc.nat(),
        async (imports, pick) => {
          const [store, without] = [freshStore(), freshStore()]
          const undone = pick % imports.length
          for (const [index, [parts, rest]] of imports.entries())
            for (const part of [...parts, rest]) {
              await putImport(store, 'me', importPart(`${index}`), part)
              if (index !== undone) await putImport(without, 'me', importPart(`${index}`), part)
            }
          await undoImport(store, 'me', `${undone}`)
          expect(await evidenceOf(store, 'me')).toEqual(await evidenceOf(without, 'me'))
          for (const { id } of await importsOf(store, 'me')) await undoImport(store, 'me', id)
          expect(await evidenceOf(store, 'me')).toEqual(NO_EVIDENCE)
          for (const each of [store, without]) each.close()
        },
      ),
      { numRuns: 25 },
    )
  })

  it('is no longer counted for the import that it stays with: nobody knows how much of it is that one’s', async () => {
    const store = freshStore()
    await putImport(store, 'me', importPart('one'), pageReadIn([TEN]))
    await putImport(store, 'me', importPart('two', 'b.log'), pageReadIn([TEN]))
    await undoImport(store, 'me', 'one')
    expect(await importsOf(store, 'me')).toEqual([
      { id: 'two', at: at('2026-03-09T08:01:00Z'), inputs: [{ name: 'b.log', via: 'file' }] },
    ])
  })
})

it('imports move with their account, and take nothing away there that was the other’s before', async () => {
  const store = freshStore()
  await putEvidence(store, 'me', pageReadIn([TEN]))
  const was = await evidenceOf(store, 'me')
  await putImport(store, 'waiting', importPart('one'), pageReadIn([TEN]))
  await putImport(store, 'waiting', importPart('one', 'b.log'), USER_ITEMS)
  await moveAccount(store, 'waiting', 'me')
  expect((await importsOf(store, 'me')).map(({ id }) => id)).toEqual(['one'])
  expect(await undoImport(store, 'me', 'one')).toBe(true)
  expect((await evidenceOf(store, 'me')).marks).toEqual([])
  expect(await evidenceOf(store, 'me')).toEqual(was)
})
