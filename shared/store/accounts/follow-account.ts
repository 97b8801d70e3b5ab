import { liveQuery, type Table } from 'dexie'
import { guarded } from '../database/guarded.ts'
import { rowsUnder } from '../segments/key-range.ts'
import { SMALL_KINDS } from '../database/schema.ts'
import type { Store } from '../database/store.ts'

export interface AccountFollower {
  readonly onChange: () => void
  /** Called once; nothing is followed afterwards. */
  readonly onFailure: (error: unknown) => void
}

/**
 * Calls back whenever evidence of an account changes, in this tab or another, and once at the start. It does not say what
 * changed. Returns a function that stops it.
 */
export function followAccount(store: Store, account: string, { onChange, onFailure }: AccountFollower) {
  const following = liveQuery(() => touchAll(store, account)).subscribe({ next: onChange, error: onFailure })
  return () => following.unsubscribe()
}

/** Asks the cheapest question that a change of any row would change the answer to: headers change with their segments. */
const touchAll = (store: Store, account: string): Promise<unknown> =>
  guarded(store, async () => {
    for (const table of followed(store)) await rowsUnder(table, account).count()
  })

const followed = (store: Store): Table[] => [
  store.headers,
  // another installation may have a new name only
  store.imports,
  ...SMALL_KINDS.map((kind) => store.table(kind)),
]
