import type { Evidence } from '../../evidence/evidence.ts'
import type { PutSummary } from '../put-summary.ts'
import { SMALL_SHELVES } from '../put-small.ts'
import { rowsUnder } from '../segments/key-range.ts'
import type { Store } from '../database/store.ts'
import {
  filterImportedItems,
  itemNamesIn,
  joinImportedItems,
  nameOf,
  NO_IMPORTED_ITEMS,
  type ItemName,
} from './imported-items.ts'

/**
 * What an import had brought first, and is seen here now, is not the import's alone any more: it stays when that is undone,
 * as if it had been seen here before. Must run inside a transaction over `evidenceTables`.
 */
export async function claimHere(
  store: Store,
  account: string,
  evidence: Evidence,
  isSeenHere: (name: ItemName) => boolean = () => true,
): Promise<void> {
  const names = new Set([...namesIn(account, evidence)].filter(isSeenHere))
  if (names.size === 0) return
  for (const note of await rowsUnder(store.imports, account).toArray()) {
    const claimed = filterImportedItems(note, (name) => names.has(name))
    if (itemNamesIn(claimed).size === 0) continue
    await store.imports.put({
      ...note,
      ...filterImportedItems(note, (name) => !names.has(name)),
      again: joinImportedItems(note.again ?? NO_IMPORTED_ITEMS, claimed),
    })
  }
}

/** Whether some of what was put was there already: else no import can have brought it. */
export const wasThereBefore = (evidence: Evidence, summary: PutSummary): boolean =>
  (['captures', 'marks', 'annotations', 'unknownFields'] as const).some(
    (kind) => summary[kind].added < evidence[kind].length,
  )

/** The names by which it is noted who brought what: ids of captures, and keys of what has no origin. */
function* namesIn(account: string, evidence: Evidence): Iterable<ItemName> {
  for (const { id } of evidence.captures) yield id
  const keyName = (key: readonly string[]) => nameOf([account, ...key])
  for (const item of evidence.marks) yield keyName(SMALL_SHELVES.marks.keyOf(item))
  for (const item of evidence.annotations) yield keyName(SMALL_SHELVES.annotations.keyOf(item))
  for (const item of evidence.unknownFields) yield keyName(SMALL_SHELVES.unknownFields.keyOf(item))
}
