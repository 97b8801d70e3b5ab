import { byKindInTurn, DATED_KINDS } from '../../evidence/kinds/kinds.ts'
import { isSharedHistory } from '../../evidence/shared-history.ts'
import { itemsIn } from '../segments/codec.ts'
import { evidenceTables } from '../evidence-tables.ts'
import { guarded } from '../database/guarded.ts'
import { rowsUnder } from '../segments/key-range.ts'
import { joinDevices } from '../../evidence/merge.ts'
import { NO_SMALL_ITEMS } from '../accounts/accounts.ts'
import { SMALL_KINDS, type ImportedItems, type ImportNote } from '../database/schema.ts'
import { putOnShelf } from '../segments/put-on-shelf.ts'
import { SMALL_SHELVES, type SmallShelf } from '../put-small.ts'
import { homeName, homeOf, NO_DAY } from '../segments/segment-home.ts'
import { forgetRequestDays } from '../segments/request-days.ts'
import { WhatIsLeft } from './what-is-left.ts'
import { openSegment } from '../segments/segment.ts'
import type { Shelf } from '../segments/shelf.ts'
import { CAPTURES, DROPPED, RECORDS } from '../segments/shelves.ts'
import { DAY_SHELVES } from '../segments/day-shelves.ts'
import { takeStored } from '../segments/take-stored.ts'
import type { Store } from '../database/store.ts'
import { withoutOrigins, type Read } from '../without-origins.ts'
import { writeSegment } from '../segments/write-segment.ts'
import {
  filterImportedItems,
  joinImportedItems,
  itemNamesIn,
  nameOf,
  NO_IMPORTED_ITEMS,
} from './imported-items.ts'

/**
 * Removes what an import added, in one transaction: items read only in its captures. Items also read elsewhere lose that
 * origin and stay, as the others tell of them. Captures known before the import are not its own, and one that another import contained again passes to
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
      const undone = { store, account, id, captures: new Set(taken.captures) }
      await forgetImport(undone)
      await forgetKeys(SMALL_SHELVES.marks, taken.keys.marks, undone)
      await forgetKeys(SMALL_SHELVES.annotations, taken.keys.annotations, undone)
      await forgetKeys(SMALL_SHELVES.unknownFields, taken.keys.unknownFields, undone)
      await store.imports.delete([account, id])
      await countSmall(store, account)
      return true
    }),
  )
}

/** An import that is undone, and the captures that are nobody else's. */
interface Undone {
  readonly store: Store
  readonly account: string
  readonly id: string
  readonly captures: ReadonlySet<string>
}

async function forgetImport(undone: Undone): Promise<void> {
  const { store, account, captures } = undone
  await forgetOrigins([RECORDS, DROPPED], undone)
  await byKindInTurn(BESIDE_ROWS, (kind) => forgetOrigins([DAY_SHELVES[kind]], undone))
  await takeStored(CAPTURES, store, account, captures)
  await forgetDevices(undone)
  await rowsUnder(store.rejects, account)
    .filter(({ item }) => captures.has(item.capture))
    .delete()
}

const BESIDE_ROWS = DATED_KINDS.filter((kind) => kind !== 'records')

/** Of shelves that keep the same kind. */
async function forgetOrigins<Item extends Read & { readonly id: string }, Columns>(
  shelves: readonly Shelf<Item, Columns>[],
  { store, account, id, captures }: Undone,
): Promise<void> {
  const [first] = shelves
  if (!first?.disputed) return
  const left = await WhatIsLeft.of(store, account, { kind: first.disputed, join: first.join }, id)
  const without = (item: Item): Item | null => {
    const elsewhere = withoutOrigins(item, captures)
    return elsewhere && left.of(item.id, elsewhere)
  }
  if (captures.size > 0 || left.isAny)
    for (const shelf of shelves) await changeItems(shelf, store, account, { captures, without, left })
  await left.write((item) => homeOf(first.whenOf(item)))
}

interface Change<Item> {
  readonly captures: ReadonlySet<string>
  readonly without: (item: Item) => Item | null
  readonly left: WhatIsLeft<Item>
}

async function changeItems<Item extends Read & { readonly id: string }, Columns>(
  shelf: Shelf<Item, Columns>,
  store: Store,
  account: string,
  { captures, without, left }: Change<Item>,
): Promise<void> {
  const movedAway: Item[] = []
  for (const { basis, day } of await rowsUnder(store.headers, account, shelf.kind).toArray()) {
    const segment = await shelf.table(store).get([account, basis, day])
    if (!segment) continue
    const named = shelf.capturesIn(segment.columns)
    if (named && !left.isAny && !named.some((capture) => captures.has(capture))) continue
    const before = itemsIn(openSegment(shelf.codec, segment))
    const after = before.flatMap((item) => without(item) ?? [])
    if (after.length === before.length && after.every((item, index) => item === before[index])) continue
    const isHere = (item: Item) => homeName(homeOf(shelf.whenOf(item))) === homeName(segment)
    for (const item of after) if (!isHere(item)) movedAway.push(item)
    await writeSegment(shelf, store, account, segment, after.filter(isHere))
    const here = new Set(after.filter(isHere).map((item) => item.id))
    const gone = before.filter((item) => shelf.mayLieOnOtherDay(item) && !here.has(item.id))
    await forgetRequestDays(
      store,
      account,
      gone.map(({ id }) => ({ id, home: segment })),
    )
  }
  await putOnShelf(shelf, store, account, movedAway)
}

async function forgetDevices({ store, account, id, captures }: Undone): Promise<void> {
  const left = await WhatIsLeft.of(store, account, { kind: 'devices', join: joinDevices }, id)
  for (const { item } of await rowsUnder(store.devices, account).toArray()) {
    const elsewhere = withoutOrigins(item, captures)
    const name = nameOf([item.id])
    if (elsewhere === null) await store.devices.delete([account, item.id])
    else if (left.of(name, elsewhere) !== item)
      await store.devices.put({ account, item: left.of(name, elsewhere) })
  }
  await left.write(() => NO_DAY)
}

/** What has no origins goes by its key, unless somebody else told of it, too. */
async function forgetKeys<Item>(
  { table, join, disputed }: SmallShelf<Item>,
  keys: readonly (readonly string[])[],
  { store, account, id }: Pick<Undone, 'store' | 'account' | 'id'>,
): Promise<void> {
  await table(store).bulkDelete([...keys])
  if (!disputed) return
  const left = await WhatIsLeft.of<Item>(store, account, { kind: disputed, join }, id)
  await table(store).bulkPut(left.all().map((item) => ({ account, item })))
  await left.write(() => NO_DAY)
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
