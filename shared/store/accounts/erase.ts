import { guarded } from '../database/guarded.ts'
import { rowsUnder } from '../segments/key-range.ts'
import type { Store } from '../database/store.ts'

/** Erases everything of an account, pending captures included, in one transaction. */
export function eraseAccount(store: Store, account: string): Promise<void> {
  return guarded(store, () =>
    store.transaction('rw', store.tables, async () => {
      const owned = store.tables.filter(({ name }) => name !== 'accounts' && name !== 'raw')
      for (const table of owned) await rowsUnder(table, account).delete()
      await store.raw.where('account').equals(account).delete()
      await store.accounts.delete(account)
    }),
  )
}

/** Erases everything in one transaction. Other tabs see an empty database at once. */
export function eraseAll(store: Store): Promise<void> {
  return guarded(store, () =>
    store.transaction('rw', store.tables, async () => {
      for (const table of store.tables) await table.clear()
    }),
  )
}
