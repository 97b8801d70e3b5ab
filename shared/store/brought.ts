import type { Evidence } from '../evidence/evidence.ts'
import { segmentsNear } from './near-segments.ts'
import { SMALL_SHELVES } from './put-small.ts'
import type { Brought, SmallItems } from './schema.ts'
import { CAPTURES } from './shelves.ts'
import type { Store } from './store.ts'

export const NOTHING_BROUGHT: Brought = {
  captures: [],
  keys: { marks: [], annotations: [], unknownFields: [] },
}

/** A key, or the id of a capture, as one text. */
export type Name = string
const nameOf = (key: readonly string[]): Name => JSON.stringify(key)

/** What of evidence an account does not have yet, and what it has. Must run inside a transaction. */
export async function sortBrought(
  store: Store,
  account: string,
  evidence: Evidence,
): Promise<{ readonly fresh: Brought; readonly known: Brought }> {
  const captures = new Map(evidence.captures.map((capture) => [capture.id, capture]))
  const there = new Set<Name>()
  if (captures.size > 0)
    for (const { open } of await segmentsNear(CAPTURES, store, account, captures))
      for (let row = 0; row < open.length; row += 1) there.add(open.idAt(row))
  const keysOf = async <Kind extends keyof Brought['keys']>(
    kind: Kind,
    items: readonly SmallItems[Kind][],
  ) => {
    const keys = items.map((item) => [account, ...SMALL_SHELVES[kind].keyOf(item)])
    const found = await SMALL_SHELVES[kind].table(store).bulkGet(keys)
    for (const [index, key] of keys.entries()) if (found[index] !== undefined) there.add(nameOf(key))
    return keys
  }
  const all: Brought = {
    captures: [...captures.keys()],
    keys: {
      marks: await keysOf('marks', evidence.marks),
      annotations: await keysOf('annotations', evidence.annotations),
      unknownFields: await keysOf('unknownFields', evidence.unknownFields),
    },
  }
  return {
    fresh: broughtWhere(all, (name) => !there.has(name)),
    known: broughtWhere(all, (name) => there.has(name)),
  }
}

/** The part of it whose names pass. */
export const broughtWhere = ({ captures, keys }: Brought, passes: (name: Name) => boolean): Brought => ({
  captures: captures.filter(passes),
  keys: {
    marks: keys.marks.filter((key) => passes(nameOf(key))),
    annotations: keys.annotations.filter((key) => passes(nameOf(key))),
    unknownFields: keys.unknownFields.filter((key) => passes(nameOf(key))),
  },
})

export const joinBrought = (a: Brought, b: Brought): Brought => ({
  captures: [...a.captures, ...b.captures],
  keys: {
    marks: [...a.keys.marks, ...b.keys.marks],
    annotations: [...a.keys.annotations, ...b.keys.annotations],
    unknownFields: [...a.keys.unknownFields, ...b.keys.unknownFields],
  },
})

/** Ids of captures hold a colon and no bracket, names of keys begin with one, so that they do not meet. */
export const namesIn = ({ captures, keys }: Brought): ReadonlySet<Name> =>
  new Set([...captures, ...[...keys.marks, ...keys.annotations, ...keys.unknownFields].map(nameOf)])
