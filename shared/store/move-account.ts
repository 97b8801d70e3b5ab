import { eraseAccount } from './erase.ts'
import { guarded } from './guarded.ts'
import { putEvidence } from './put-evidence.ts'
import { noteAccount } from './accounts.ts'
import { rowsUnder } from './key-range.ts'
import { evidenceOf } from './read-evidence.ts'
import type { Store } from './store.ts'

/**
 * Gives all that one account has to another, in one transaction: evidence, captures that wait for being parsed and those
 * that are kept, and the zones that became known. The first account is gone then.
 */
export function moveAccount(store: Store, from: string, to: string): Promise<void> {
  if (from === to) return Promise.resolve()
  return guarded(store, () =>
    store.transaction('rw', store.tables, async () => {
      if (!(await store.accounts.get(from))) return
      const zones = await rowsUnder(store.captureZones, from).toArray()
      await store.captureZones.bulkPut(zones.map((known) => ({ ...known, account: to })))
      await putEvidence(store, to, await evidenceOf(store, from))
      await store.raw.where('account').equals(from).modify({ account: to })
      await noteAccount(store, to, null)
      await eraseAccount(store, from)
    }),
  )
}
