import { guarded } from './guarded.ts'
import { rowsUnder } from './key-range.ts'
import type { FromInstallation, ImportNote } from './schema.ts'
import type { Store } from './store.ts'

/** The note of what another installation wrote. */
export type InstallationNote = ImportNote & { readonly from: FromInstallation }

const isFromOther = (note: ImportNote): note is InstallationNote => note.from !== undefined

/** What other installations have added to an account, in the order of their ids. Throws a StoreError. */
export function installationsOf(store: Store, account: string): Promise<readonly FromInstallation[]> {
  return guarded(store, async () => (await installationNotes(store, account)).map(({ from }) => from))
}

/** The same with what each brought; usable inside a transaction. */
export async function installationNotes(store: Store, account: string): Promise<readonly InstallationNote[]> {
  const notes = await rowsUnder(store.imports, account).toArray()
  return notes
    .filter(isFromOther)
    .toSorted((a, b) => (a.from.installation.id < b.from.installation.id ? -1 : 1))
}
