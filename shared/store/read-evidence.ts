import type { Evidence } from '../evidence/evidence.ts'
import type { UserItems } from '../evidence/user-items.ts'
import { evidenceTables } from './evidence-tables.ts'
import { guarded } from './database/guarded.ts'
import { rowsUnder } from './segments/key-range.ts'
import { SMALL_SHELVES } from './put-small.ts'
import { itemsOn } from './segments/read-shelf.ts'
import type { SmallItems, SmallKind } from './database/schema.ts'
import { CALLS, CAPTURES, COSTS, ERRORS, RECORDS, SNAPSHOTS } from './segments/shelves.ts'
import type { Store } from './database/store.ts'

/*
 * All reads of this folder only await the database, so that they may be used in live queries, and throw a StoreError.
 */

/**
 * Everything that is known about an account, as of one moment; nothing for an account that is not there. Rows and all
 * else of a day come by time, ties by id; days in order, after what has no day or only a local one.
 */
export function evidenceOf(store: Store, account: string): Promise<Evidence> {
  return guarded(store, () =>
    store.transaction('r', evidenceTables(store), async () => ({
      records: await itemsOn(RECORDS, store, account),
      snapshots: await itemsOn(SNAPSHOTS, store, account),
      errors: await itemsOn(ERRORS, store, account),
      calls: await itemsOn(CALLS, store, account),
      costs: await itemsOn(COSTS, store, account),
      captures: await itemsOn(CAPTURES, store, account),
      ...(await smallItems(store, account)),
    })),
  )
}

/** The kinds of which an account has few. Must run inside a transaction. */
export async function smallItems(store: Store, account: string) {
  const all = async <Kind extends SmallKind>(kind: Kind): Promise<SmallItems[Kind][]> => {
    const owned = await rowsUnder(SMALL_SHELVES[kind].table(store), account).toArray()
    return owned.map(({ item }) => item)
  }
  return {
    devices: await all('devices'),
    marks: await all('marks'),
    annotations: await all('annotations'),
    rejects: await all('rejects'),
    unknownFields: await all('unknownFields'),
  }
}

/** What the user wrote and marked, by id; cheap at any size of the rest. */
export function userItemsOf(store: Store, account: string): Promise<UserItems> {
  return guarded(store, () =>
    store.transaction('r', [store.marks, store.annotations], async () => ({
      marks: (await rowsUnder(store.marks, account).toArray()).map(({ item }) => item),
      annotations: (await rowsUnder(store.annotations, account).toArray()).map(({ item }) => item),
    })),
  )
}
