import type { Evidence } from '../evidence/evidence.ts'
import { evidenceTables } from './evidence-tables.ts'
import { guarded } from './database/guarded.ts'
import { putImport, type ImportPart } from './imports/put-import.ts'
import { installationNotes, type InstallationNote } from './read-installations.ts'
import type { FromInstallation } from './database/schema.ts'
import type { Store } from './database/store.ts'
import { undoImport } from './imports/undo-import.ts'

/** What an installation wrote, as an import. */
export interface InstallationPart extends Omit<ImportPart, 'from'> {
  readonly from: Omit<FromInstallation, 'removed' | 'records'>
}

/**
 * Takes what another installation wrote in place of what it had written before, in one transaction: what it has no longer
 * goes, unless somebody else has it, too. Notes and marks of it that were removed here stay away.
 */
export function putInstallation(
  store: Store,
  account: string,
  { from, ...part }: InstallationPart,
  evidence: Evidence,
): Promise<void> {
  return guarded(store, () =>
    store.transaction('rw', evidenceTables(store), async () => {
      const notes = await installationNotes(store, account)
      const before = notes.filter((note) => note.from.installation.id === from.installation.id)
      const removed = await removedHere(store, before)
      const away = new Set(removed)
      const taken = {
        ...evidence,
        marks: evidence.marks.filter(({ id }) => !away.has(id)),
        annotations: evidence.annotations.filter(({ id }) => !away.has(id)),
      }
      const records = evidence.records.length
      await putImport(store, account, { ...part, from: { ...from, records, removed } }, taken)
      for (const { id } of before) await undoImport(store, account, id)
    }),
  )
}

/** Notes that the file of an installation is another one by now, with the same evidence in it. */
export async function noteInstallation(
  store: Store,
  { account, id }: InstallationNote,
  from: FromInstallation,
): Promise<void> {
  await guarded(store, () => store.imports.update([account, id], { from }))
}

/** Ids of the notes and marks that came from an installation and are not there any more. */
async function removedHere(store: Store, notes: readonly InstallationNote[]): Promise<readonly string[]> {
  const removed = new Set(notes.flatMap(({ from }) => from.removed))
  for (const note of notes)
    for (const kind of ['marks', 'annotations'] as const) {
      const keys = [...note.keys[kind], ...(note.again?.keys[kind] ?? [])]
      const found = await store.table(kind).bulkGet(keys.map((key) => [...key]))
      for (const [index, [, id]] of keys.entries())
        if (found[index] === undefined && id !== undefined) removed.add(id)
    }
  return [...removed].toSorted()
}
