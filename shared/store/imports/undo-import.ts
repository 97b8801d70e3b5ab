import { isSharedHistory } from '../../evidence/shared-history.ts'
import { itemsIn } from '../segments/codec.ts'
import { evidenceTables } from '../evidence-tables.ts'
import { guarded } from '../database/guarded.ts'
import { rowsUnder } from '../segments/key-range.ts'
import { NO_SMALL_ITEMS } from '../accounts/accounts.ts'
import { SMALL_KINDS, type ImportedItems, type ImportNote } from '../database/schema.ts'
import { openSegment } from '../segments/segment.ts'
import type { Shelf } from '../segments/shelf.ts'
import { CALLS, CAPTURES, COSTS, DROPPED, ERRORS, RECORDS, SNAPSHOTS } from '../segments/shelves.ts'
import { takeStored } from '../segments/take-stored.ts'
import type { Store } from '../database/store.ts'
import { withoutOrigins, type Read } from '../without-origins.ts'
import { writeSegment } from '../segments/write-segment.ts'
import { filterImportedItems, joinImportedItems, itemNamesIn, NO_IMPORTED_ITEMS } from './imported-items.ts'

/**
 * Removes what an import added, in one transaction: items read only in its captures. Items also read elsewhere lose that
 * origin and stay. Captures known before the import are not its own, and one that another import contained again passes to
 * that import. Returns false, changing nothing, if the import is not known.
 */
export function undoImport(store: Store, account: string, id: string): Promise<boolean> {
  return guarded(store, () =>
    store.transaction('rw', evidenceTables(store), async () => {
      const note = await store.imports.get([account, id])
      if (!note) return false
      const others = await rowsUnder(store.imports, account).toArray()
      const { taken, remainingOwners } = transferOwnership(
        note,
        others.filter((other) => other.id !== id),
      )
      await store.imports.bulkPut([...remainingOwners])
      const captures = new Set(taken.captures)
      if (captures.size > 0) await forgetCaptures(store, account, captures)
      await store.marks.bulkDelete([...taken.keys.marks])
      await store.annotations.bulkDelete([...taken.keys.annotations])
      await store.unknownFields.bulkDelete([...taken.keys.unknownFields])
      await store.imports.delete([account, id])
      await countSmall(store, account)
      return true
    }),
  )
}

async function forgetCaptures(store: Store, account: string, captures: ReadonlySet<string>): Promise<void> {
  await forgetOrigins(RECORDS, store, account, captures)
  await forgetOrigins(DROPPED, store, account, captures)
  await forgetOrigins(SNAPSHOTS, store, account, captures)
  await forgetOrigins(ERRORS, store, account, captures)
  await forgetOrigins(CALLS, store, account, captures)
  await forgetOrigins(COSTS, store, account, captures)
  await takeStored(CAPTURES, store, account, captures)
  await forgetDevices(store, account, captures)
  await rowsUnder(store.rejects, account)
    .filter(({ item }) => captures.has(item.capture))
    .delete()
}

async function forgetOrigins<Item extends Read & { readonly id: string }, Columns>(
  shelf: Shelf<Item, Columns>,
  store: Store,
  account: string,
  captures: ReadonlySet<string>,
): Promise<void> {
  for (const { basis, day } of await rowsUnder(store.headers, account, shelf.kind).toArray()) {
    const segment = await shelf.table(store).get([account, basis, day])
    if (!segment) continue
    const named = shelf.capturesIn(segment.columns)
    if (named && !named.some((capture) => captures.has(capture))) continue
    const items = itemsIn(openSegment(shelf.codec, segment))
    const left = items.flatMap((item) => withoutOrigins(item, captures) ?? [])
    if (left.some((item, index) => item !== items[index]) || left.length < items.length)
      await writeSegment(shelf, store, account, segment, left)
  }
}

async function forgetDevices(store: Store, account: string, captures: ReadonlySet<string>): Promise<void> {
  for (const { item } of await rowsUnder(store.devices, account).toArray()) {
    const left = withoutOrigins(item, captures)
    if (left === null) await store.devices.delete([account, item.id])
    else if (left !== item) await store.devices.put({ account, item: left })
  }
}

/** Recounts the small items: an undo does not know how many it removed. */
async function countSmall(store: Store, account: string): Promise<void> {
  const small = { ...NO_SMALL_ITEMS }
  for (const kind of SMALL_KINDS) small[kind] = await rowsUnder(store.table(kind), account).count()
  // a shared history of which nothing is left is not listed beside the accounts any more
  const left =
    SMALL_KINDS.some((kind) => small[kind] > 0) || (await rowsUnder(store.headers, account).count())
  if (isSharedHistory(account) && !left) await store.accounts.delete(account)
  else await store.accounts.put({ account, small })
}

/** What undoing an import removes, and the notes of the imports that own what remains. */
interface OwnershipTransfer {
  readonly taken: ImportedItems
  readonly remainingOwners: readonly ImportNote[]
}

/**
 * Items that another import contained too stay when the first is undone, as if only the other had been made: they pass to
 * the other, or the earliest of several. How many of them the other added was never counted, so its counts are dropped.
 */
function transferOwnership(undone: ImportNote, others: readonly ImportNote[]): OwnershipTransfer {
  let taken: ImportedItems = undone
  const remainingOwners: ImportNote[] = []
  for (const other of others.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))) {
    const again = itemNamesIn(other.again ?? NO_IMPORTED_ITEMS)
    const left = itemNamesIn(taken)
    const inherited = filterImportedItems(taken, (name) => again.has(name))
    const names = itemNamesIn(inherited)
    if (names.size === 0) continue
    taken = filterImportedItems(taken, (name) => !names.has(name))
    remainingOwners.push({
      ...other,
      ...joinImportedItems(other, inherited),
      again: filterImportedItems(other.again ?? NO_IMPORTED_ITEMS, (name) => !left.has(name)),
      ...(other.inputs && { inputs: other.inputs.map(({ name, via }) => ({ name, via })) }),
    })
  }
  return { taken, remainingOwners }
}
