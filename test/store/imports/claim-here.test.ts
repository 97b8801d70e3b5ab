import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_EVIDENCE, type Evidence } from '../../../shared/evidence/evidence.ts'
import { readSentence } from '../../../shared/evidence/sentences/find-sentence.ts'
import { moveAccount } from '../../../shared/store/accounts/move-account.ts'
import type { Store } from '../../../shared/store/database/store.ts'
import { putImport } from '../../../shared/store/imports/put-import.ts'
import { undoImport } from '../../../shared/store/imports/undo-import.ts'
import { ownEvidenceOf } from '../../../shared/store/own-evidence.ts'
import { putEvidence } from '../../../shared/store/put-evidence.ts'
import { putInstallation } from '../../../shared/store/put-installation.ts'
import { evidenceOf } from '../../../shared/store/read-evidence.ts'
import { page, row } from '../../analyse/build.ts'
import { at } from '../../time/given.ts'
import { freshStore } from '../fresh-store.ts'
import { importPart } from './import-part.ts'

/** The same page, whoever brings it: a row, a field that nobody knows, and a reject. */
function pageNumbered(n: number): Evidence {
  const { captures } = page([row('2026-03-02T10:00:00Z')])
  const [first] = captures
  if (!first) throw new Error('a page without a capture')
  const capture = `capture:${n}`
  return {
    ...NO_EVIDENCE,
    captures: [{ ...first, id: capture }],
    records: [{ ...row(`2026-03-02T1${n}:00:00Z`), origins: [{ capture, at: 'line 1' }] }],
    unknownFields: [{ source: 'usages', path: `$.f${n}`, count: 1 }],
    rejects: [
      {
        id: `reject:${n}`,
        capture,
        input: 'paste',
        line: 1,
        path: null,
        reason: readSentence('the error text is cut off before it says what is wrong'),
        excerpt: 'cut',
      },
    ],
  }
}

/** Who brings a page: an import, or this installation itself. */
interface Step {
  readonly by: string | null
  readonly page: number
}

async function afterTaking(steps: readonly Step[], account = 'me', store = freshStore()): Promise<Store> {
  for (const { by, page: n } of steps)
    if (by === null) await putEvidence(store, account, pageNumbered(n))
    else await putImport(store, account, importPart(by), pageNumbered(n))
  return store
}

const ONCE_MORE = {
  installation: { id: 'b', name: null },
  writtenAt: at('2026-03-02T10:00:00Z'),
  digest: 'd',
  file: { name: 'b.json', size: 1, modified: 1 },
}

describe('what an import had brought before it was seen here', () => {
  it('stays when the import is undone', async () => {
    const store = await afterTaking([
      { by: 'a', page: 1 },
      { by: null, page: 1 },
    ])
    await undoImport(store, 'me', 'a')
    expect(await evidenceOf(store, 'me')).toEqual(pageNumbered(1))
  })

  it('is written for other installations, too', async () => {
    const store = freshStore()
    await putInstallation(store, 'me', { ...importPart('theirs'), from: ONCE_MORE }, pageNumbered(1))
    expect(await ownEvidenceOf(store, 'me')).toEqual(NO_EVIDENCE)
    await putEvidence(store, 'me', pageNumbered(1))
    expect(await ownEvidenceOf(store, 'me')).toEqual(pageNumbered(1))
  })

  it('is there as long as anybody is left who brought it, in whatever order, also after a move', async () => {
    const step = fc.record({ by: fc.constantFrom(null, 'a', 'b'), page: fc.nat(3) })
    const steps = fc.array(step, { maxLength: 6 })
    const undone = fc.shuffledSubarray(['a', 'b'])
    await fc.assert(
      fc.asyncProperty(steps, steps, undone, async (moved, there, ids) => {
        const store = await afterTaking(there, 'me', await afterTaking(moved, 'waiting'))
        await moveAccount(store, 'waiting', 'me')
        for (const id of ids) await undoImport(store, 'me', id)
        const rest = [...moved, ...there].filter(({ by }) => by === null || !ids.includes(by))
        const alone = await afterTaking(rest)
        expect(await evidenceOf(store, 'me')).toEqual(await evidenceOf(alone, 'me'))
        for (const each of [store, alone]) each.close()
      }),
      { numRuns: 60 },
    )
  })
})
