import type { Evidence, EvidenceItem } from '../evidence/evidence.ts'
import { DATED_KINDS, evidenceInTurn } from '../evidence/kinds/kinds.ts'
import { evidenceTables } from './evidence-tables.ts'
import { guarded } from './database/guarded.ts'
import { itemNamesIn, nameOf, NO_IMPORTED_ITEMS, type ItemName } from './imports/imported-items.ts'
import { rowsUnder } from './segments/key-range.ts'
import { Disputes } from './imports/disputes.ts'
import { joinSayings } from './imports/sayings.ts'
import { SMALL_SHELVES } from './put-small.ts'
import { evidenceOf, smallItems } from './read-evidence.ts'
import { itemsOn, storedOn } from './segments/read-shelf.ts'
import type { Shelf } from './segments/shelf.ts'
import { DAY_SHELVES } from './segments/day-shelves.ts'
import type { DisputedKind, ImportNote, SmallKind } from './database/schema.ts'
import type { Store } from './database/store.ts'
import { withoutOrigins, type Read } from './without-origins.ts'

/**
 * What this installation saw by itself: without what only came from others, so that each of several machines writes what it
 * knows and no more, and what one of them deletes does not come back from the others. Of what others tell otherwise it is
 * what was seen here; rows of tables and requests are as they were stored, to be merged by whoever writes them. Throws a StoreError.
 */
export function ownEvidenceOf(store: Store, account: string): Promise<Evidence> {
  return guarded(store, () =>
    store.transaction('r', evidenceTables(store), async () => {
      const notes = await rowsUnder(store.imports, account).toArray()
      const names = namesFromOthers(notes)
      const ids = new Set(notes.flatMap(({ id, from }) => (from ? [id] : [])))
      return ids.size === 0 ? evidenceOf(store, account) : withoutOthers(store, account, { names, ids })
    }),
  )
}

/** What only other installations brought: captures by id, and items without an origin by their key. */
export function namesFromOthers(notes: readonly ImportNote[]): ReadonlySet<ItemName> {
  const names = new Set(notes.filter(({ from }) => from).flatMap((note) => [...itemNamesIn(note)]))
  for (const { from, again } of notes)
    if (!from) for (const name of itemNamesIn(again ?? NO_IMPORTED_ITEMS)) names.delete(name)
  return names
}

/** What others brought: the names of what nobody else had, and the ids of their imports. */
interface Others {
  readonly names: ReadonlySet<ItemName>
  readonly ids: ReadonlySet<string>
}

async function withoutOthers(store: Store, account: string, { names, ids }: Others): Promise<Evidence> {
  const seenHere = async <Item extends Read & { readonly id: string }, Columns>(
    shelf: Shelf<Item, Columns>,
  ) => {
    const told = await toldHere(store, account, shelf, ids)
    return (await storedOn(shelf, store, account)).flatMap((item) => {
      const own = withoutOrigins(item, names)
      const here = own && told.get(item.id)
      return here ? { ...here, origins: own.origins } : (own ?? [])
    })
  }
  const seen = await evidenceInTurn(DATED_KINDS, (kind) => seenHere(DAY_SHELVES[kind]))
  const small = await smallItems(store, account)
  const told = async <Kind extends DisputedKind & SmallKind>(
    kind: Kind,
    all: readonly EvidenceItem[Kind][],
  ) => {
    const { join, keyOf } = SMALL_SHELVES[kind]
    const here = await toldHere<EvidenceItem[Kind]>(store, account, { disputed: kind, join }, ids)
    return all.map((item) => here.get(nameOf(keyOf(item))) ?? item)
  }
  const isOwn = (...key: readonly string[]) => !names.has(nameOf([account, ...key]))
  const devices = small.devices.flatMap((device) => withoutOrigins(device, names) ?? [])
  const devicesHere = await told('devices', devices)
  return {
    ...seen,
    captures: (await itemsOn(DAY_SHELVES.captures, store, account)).filter(({ id }) => !names.has(id)),
    devices: devicesHere.map((device, index) => ({ ...device, origins: devices[index]?.origins ?? [] })),
    rejects: small.rejects.filter(({ capture }) => !names.has(capture)),
    marks: (await told('marks', small.marks)).filter(({ id }) => isOwn(id)),
    annotations: (await told('annotations', small.annotations)).filter(({ id }) => isOwn(id)),
    unknownFields: (await told('unknownFields', small.unknownFields)).filter(({ source, path }) =>
      isOwn(source, path),
    ),
  }
}

/** What is told here of items of which others tell something else, by name. */
async function toldHere<Item>(
  store: Store,
  account: string,
  {
    disputed,
    join,
  }: { readonly disputed: DisputedKind | null; readonly join: (known: Item, next: Item) => Item },
  others: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Item>> {
  if (!disputed) return new Map()
  const disputes = await Disputes.all<Item>(store, account, disputed)
  return new Map(
    disputes.entries().flatMap(({ name, said }) => {
      const here = joinSayings(
        said.filter(({ by }) => by.some((speaker) => !others.has(speaker))),
        join,
      )
      return here === null ? [] : [[name, here] as const]
    }),
  )
}
