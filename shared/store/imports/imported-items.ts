import type { Evidence } from '../../evidence/evidence.ts'
import { segmentsNear } from '../segments/near-segments.ts'
import { SMALL_SHELVES } from '../put-small.ts'
import type { ImportedItems, SmallItems } from '../database/schema.ts'
import { CAPTURES } from '../segments/shelves.ts'
import type { Store } from '../database/store.ts'

export const NO_IMPORTED_ITEMS: ImportedItems = {
  captures: [],
  keys: { marks: [], annotations: [], unknownFields: [] },
}

/** The key of an item, or the id of a capture, as one string. */
export type ItemName = string
export const nameOf = (key: readonly string[]): ItemName => JSON.stringify(key)

/** Splits evidence into what the account does not have yet (`fresh`) and what it has. Must run inside a transaction. */
export async function splitByNovelty(
  store: Store,
  account: string,
  evidence: Evidence,
): Promise<{ readonly fresh: ImportedItems; readonly known: ImportedItems }> {
  const captures = new Map(evidence.captures.map((capture) => [capture.id, capture]))
  const there = new Set<ItemName>()
  if (captures.size > 0)
    for (const { open } of await segmentsNear(CAPTURES, store, account, captures))
      for (let row = 0; row < open.length; row += 1) there.add(open.idAt(row))
  const keysOf = async <Kind extends keyof ImportedItems['keys']>(
    kind: Kind,
    items: readonly SmallItems[Kind][],
  ) => {
    const keys = items.map((item) => [account, ...SMALL_SHELVES[kind].keyOf(item)])
    const found = await SMALL_SHELVES[kind].table(store).bulkGet(keys)
    for (const [index, key] of keys.entries()) if (found[index] !== undefined) there.add(nameOf(key))
    return keys
  }
  const all: ImportedItems = {
    captures: [...captures.keys()],
    keys: {
      marks: await keysOf('marks', evidence.marks),
      annotations: await keysOf('annotations', evidence.annotations),
      unknownFields: await keysOf('unknownFields', evidence.unknownFields),
    },
  }
  return {
    fresh: filterImportedItems(all, (name) => !there.has(name)),
    known: filterImportedItems(all, (name) => there.has(name)),
  }
}

/** Only the items whose names pass the test. */
export const filterImportedItems = (
  { captures, keys }: ImportedItems,
  passes: (name: ItemName) => boolean,
): ImportedItems => ({
  captures: captures.filter(passes),
  keys: {
    marks: keys.marks.filter((key) => passes(nameOf(key))),
    annotations: keys.annotations.filter((key) => passes(nameOf(key))),
    unknownFields: keys.unknownFields.filter((key) => passes(nameOf(key))),
  },
})

export const joinImportedItems = (a: ImportedItems, b: ImportedItems): ImportedItems => ({
  captures: [...a.captures, ...b.captures],
  keys: {
    marks: [...a.keys.marks, ...b.keys.marks],
    annotations: [...a.keys.annotations, ...b.keys.annotations],
    unknownFields: [...a.keys.unknownFields, ...b.keys.unknownFields],
  },
})

/** Ids of captures hold a colon and no bracket, names of keys begin with one, so that they do not meet. */
export const itemNamesIn = ({ captures, keys }: ImportedItems): ReadonlySet<ItemName> =>
  new Set([...captures, ...[...keys.marks, ...keys.annotations, ...keys.unknownFields].map(nameOf)])
