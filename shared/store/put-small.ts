import type { Table } from 'dexie'
import type { EvidenceItem } from '../evidence/evidence.ts'
import { byKindInTurn } from '../evidence/kinds/kinds.ts'
import { joinUserItems } from '../evidence/kinds/mark.ts'
import { joinDevices } from '../evidence/merge.ts'
import { countPut, NOTHING_PUT, type PutCount } from './put-summary.ts'
import { SMALL_KINDS, type DisputedKind, type Owned, type SmallKind } from './database/schema.ts'
import type { Store } from './database/store.ts'
import type { Speaker } from './imports/speaker.ts'
import { NO_DAY } from './segments/segment-home.ts'

/** A kind of evidence that is kept as one object each. */
export interface SmallShelf<Item> {
  readonly table: (store: Store) => Table<Owned<Item>, readonly string[]>
  /** What identifies an item within its account, in the order of the table's key. */
  readonly keyOf: (item: Item) => readonly string[]
  readonly join: (known: Item, next: Item) => Item
  /** Null where all that an item says is in its key. */
  readonly disputed: DisputedKind | null
  /** Whether items say where they were read; else an import is told by their key. */
  readonly hasOrigins: boolean
}

const byId = ({ id }: { readonly id: string }) => [id]

/** What is known stays; all that such an item says is in its id. */
const first = <Item>(known: Item): Item => known

export const SMALL_SHELVES: { readonly [Kind in SmallKind]: SmallShelf<EvidenceItem[Kind]> } = {
  devices: {
    table: (store) => store.devices,
    keyOf: byId,
    join: joinDevices,
    disputed: 'devices',
    hasOrigins: true,
  },
  marks: {
    table: (store) => store.marks,
    keyOf: byId,
    join: joinUserItems,
    disputed: 'marks',
    hasOrigins: false,
  },
  annotations: {
    table: (store) => store.annotations,
    keyOf: byId,
    join: joinUserItems,
    disputed: 'annotations',
    hasOrigins: false,
  },
  rejects: { table: (store) => store.rejects, keyOf: byId, join: first, disputed: null, hasOrigins: false },
  unknownFields: {
    table: (store) => store.unknownFields,
    keyOf: ({ source, path }) => [source, path],
    join: (known, next) => (next.count > known.count ? next : known),
    disputed: 'unknownFields',
    hasOrigins: false,
  },
}

/** What is made of each of them, one after another, by kind. */
export const onEachSmallShelf = <Made>(
  make: <Kind extends SmallKind>(shelf: SmallShelf<EvidenceItem[Kind]>, kind: Kind) => Promise<Made>,
): Promise<Readonly<Record<SmallKind, Made>>> =>
  byKindInTurn(SMALL_KINDS, (kind) => make(SMALL_SHELVES[kind], kind))

/** Puts small items, joined with what is known of them. Must run inside a transaction over `evidenceTables`. */
export async function putSmall<Item>(
  shelf: SmallShelf<Item>,
  store: Store,
  account: string,
  items: readonly Item[],
  speaker: Speaker | null = null,
): Promise<PutCount> {
  if (items.length === 0) return NOTHING_PUT
  const nameOf = (item: Item) => JSON.stringify(shelf.keyOf(item))
  const incoming = new Map<string, Item>()
  for (const item of items) {
    const same = incoming.get(nameOf(item))
    incoming.set(nameOf(item), same ? shelf.join(same, item) : item)
  }
  const table = shelf.table(store)
  const keys = [...incoming.values()].map((item) => [account, ...shelf.keyOf(item)])
  const known = (await table.bulkGet(keys)).flatMap((owned) => (owned ? [owned.item] : []))
  const before = new Map(known.map((item) => [nameOf(item), item]))
  const after = [...incoming].map(([name, item]) => {
    const same = before.get(name)
    return same ? shelf.join(same, item) : item
  })
  if (speaker && shelf.disputed) {
    const { join, keyOf, disputed, hasOrigins } = shelf
    const puts = [...incoming].map(([name, next]) => ({ name, known: before.get(name), next, home: NO_DAY }))
    await speaker.note({ kind: disputed, join, ...(!hasOrigins && { keyOf }) }, [NO_DAY], puts)
  }
  await table.bulkPut(after.map((item) => ({ account, item })))
  return countPut([...before.values()], after, incoming.size, nameOf)
}
