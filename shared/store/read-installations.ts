import type { Installation } from '../evidence/installation.ts'
import type { Sight } from '../evidence/who-saw.ts'
import { guarded } from './database/guarded.ts'
import { rowsUnder } from './segments/key-range.ts'
import { namesFromOthers } from './own-evidence.ts'
import type { FromInstallation, ImportNote } from './database/schema.ts'
import type { Store } from './database/store.ts'

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
  return notes.filter(isFromOther).toSorted(byId)
}

/**
 * Who saw what of an account that is one history of several machines, this installation first; empty where there is no
 * other. `captures` are those of the account.
 */
export function sightsOf(
  store: Store,
  account: string,
  own: Installation,
  captures: readonly { readonly id: string }[],
): Promise<readonly Sight[]> {
  return guarded(store, async () => {
    const notes = await rowsUnder(store.imports, account).toArray()
    const others = notes.filter(isFromOther).toSorted(byId)
    if (others.length === 0) return []
    const theirs = namesFromOthers(notes)
    const seen = { installation: own, captures: captures.flatMap(({ id }) => (theirs.has(id) ? [] : [id])) }
    return [
      seen,
      ...others.map(({ from, captures: first, again }) => ({
        installation: from.installation,
        captures: [...first, ...(again?.captures ?? [])],
      })),
    ]
  })
}

const byId = (a: InstallationNote, b: InstallationNote): number =>
  a.from.installation.id < b.from.installation.id ? -1 : 1
