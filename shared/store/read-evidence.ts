import type { Evidence } from '../evidence/evidence.ts'
import { evidenceInTurn } from '../evidence/kinds/kinds.ts'
import type { UserItems } from '../evidence/user-items.ts'
import { evidenceTables } from './evidence-tables.ts'
import { guarded } from './database/guarded.ts'
import { rowsUnder } from './segments/key-range.ts'
import { SMALL_SHELVES } from './put-small.ts'
import { itemsOn } from './segments/read-shelf.ts'
import { SMALL_KINDS, type SmallKind } from './database/schema.ts'
import { readEachShelf } from './segments/day-shelves.ts'
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
      ...(await readEachShelf((shelf) => itemsOn(shelf, store, account))),
      ...(await smallItems(store, account)),
    })),
  )
}

/** The kinds of which an account has few. Must run inside a transaction. */
export const smallItems = (store: Store, account: string): Promise<Pick<Evidence, SmallKind>> =>
  evidenceInTurn(SMALL_KINDS, async (kind) => {
    const owned = await rowsUnder(SMALL_SHELVES[kind].table(store), account).toArray()
    return owned.map(({ item }) => item)
  })

/** What the user wrote and marked, by id; cheap at any size of the rest. */
export function userItemsOf(store: Store, account: string): Promise<UserItems> {
  return guarded(store, () =>
    store.transaction('r', [store.marks, store.annotations], async () => ({
      marks: (await rowsUnder(store.marks, account).toArray()).map(({ item }) => item),
      annotations: (await rowsUnder(store.annotations, account).toArray()).map(({ item }) => item),
    })),
  )
}
