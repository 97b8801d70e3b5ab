import type { Evidence } from '../../evidence/evidence.ts'
import {
  filterImportedItems,
  joinImportedItems,
  itemNamesIn,
  NO_IMPORTED_ITEMS,
  type ItemName,
} from '../imports/imported-items.ts'
import { claimHere } from '../imports/claim-here.ts'
import { splitByNovelty } from '../imports/split-by-novelty.ts'
import { dropRecords } from '../drop-records.ts'
import { eraseAccount } from './erase.ts'
import { guarded } from '../database/guarded.ts'
import { putOnShelf } from '../segments/put-on-shelf.ts'
import { putAll } from '../put-evidence.ts'
import { Speaker } from '../imports/speaker.ts'
import { noteAccount } from './accounts.ts'
import { rowsUnder } from '../segments/key-range.ts'
import { storedOn } from '../segments/read-shelf.ts'
import { COSTS, DROPPED, RECORDS } from '../segments/shelves.ts'
import { evidenceOf } from '../read-evidence.ts'
import type { ImportedItems, ImportNote } from '../database/schema.ts'
import type { Store } from '../database/store.ts'

/**
 * Moves everything from one account to another in one transaction: evidence, deleted rows (which stay deleted), pending and
 * kept captures, and the imports that can be undone. The first account is then gone.
 */
export function moveAccount(store: Store, from: string, to: string): Promise<void> {
  if (from === to) return Promise.resolve()
  return guarded(store, () =>
    store.transaction('rw', store.tables, async () => {
      if (!(await store.accounts.get(from))) return
      // as they are stored: what a row of a table adds to a request is undone with the row
      const evidence = {
        ...(await evidenceOf(store, from)),
        records: await storedOn(RECORDS, store, from),
        costs: await storedOn(COSTS, store, from),
      }
      const speaker = await Speaker.ofAccount(store, from, to)
      const dropped = await storedOn(DROPPED, store, from)
      await dropRecords(store, to, new Set(dropped.map(({ id }) => id)))
      await putOnShelf(DROPPED, store, to, dropped, speaker)
      const seenHere = await seenHereIn(store, from, to)
      const imports = await importsMoved(store, from, to, evidence)
      await putAll(store, to, evidence, speaker)
      await store.imports.bulkPut(imports)
      await claimHere(store, to, evidence, seenHere)
      await store.raw.where('account').equals(from).modify({ account: to })
      await noteAccount(store, to, null)
      await eraseAccount(store, from)
    }),
  )
}

/** Tells by its name in the other account whether something was seen here in this one. */
async function seenHereIn(store: Store, from: string, to: string): Promise<(name: ItemName) => boolean> {
  const brought = new Set(
    (await rowsUnder(store.imports, from).toArray()).flatMap((note) => [...itemNamesIn(ownedBy(to, note))]),
  )
  return (name) => !brought.has(name)
}

/** Import notes for the target account: items it already has do not belong to them. */
async function importsMoved(
  store: Store,
  from: string,
  to: string,
  evidence: Evidence,
): Promise<ImportNote[]> {
  const notes = await rowsUnder(store.imports, from).toArray()
  if (notes.length === 0) return []
  const fresh = itemNamesIn((await splitByNovelty(store, to, evidence)).fresh)
  const there = new Map((await rowsUnder(store.imports, to).toArray()).map((note) => [note.id, note]))
  return notes.map((note) => {
    const own = ownedBy(to, note)
    const known = filterImportedItems(own, (name) => !fresh.has(name))
    const moved = {
      ...note,
      ...filterImportedItems(own, (name) => fresh.has(name)),
      account: to,
      again: joinImportedItems(ownedBy(to, note.again ?? NO_IMPORTED_ITEMS), known),
    }
    const same = there.get(note.id)
    return same ? joinNotes(same, moved) : moved
  })
}

/** One import may have brought something into both accounts. */
function joinNotes(there: ImportNote, moved: ImportNote): ImportNote {
  const first = joinImportedItems(there, moved)
  const names = itemNamesIn(first)
  const again = joinImportedItems(there.again ?? NO_IMPORTED_ITEMS, moved.again ?? NO_IMPORTED_ITEMS)
  return {
    ...moved,
    ...there,
    ...first,
    ...(there.inputs && moved.inputs && { inputs: [...there.inputs, ...moved.inputs] }),
    again: filterImportedItems(again, (name) => !names.has(name)),
  }
}

/** Replaces the account, which is the first part of every key. */
function ownedBy(account: string, { captures, keys }: ImportedItems): ImportedItems {
  const owned = (list: readonly (readonly string[])[]) => list.map(([, ...rest]) => [account, ...rest])
  return {
    captures,
    keys: {
      marks: owned(keys.marks),
      annotations: owned(keys.annotations),
      unknownFields: owned(keys.unknownFields),
    },
  }
}
