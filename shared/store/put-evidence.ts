import type { Evidence } from '../evidence/evidence.ts'
import { evidenceTables } from './evidence-tables.ts'
import { guarded } from './guarded.ts'
import { noteAccount } from './accounts.ts'
import { putOnShelf } from './put-on-shelf.ts'
import { putRecords } from './put-records.ts'
import { putSmall, SMALL_SHELVES } from './put-small.ts'
import type { PutSummary } from './put-summary.ts'
import { CALLS, CAPTURES, COSTS, ERRORS, SNAPSHOTS } from './shelves.ts'
import type { Store } from './store.ts'

/**
 * Adds evidence to an account in one transaction: all of it is kept, or, when that fails, none. Idempotent: the same
 * evidence again changes nothing, and in whatever order parts come, what is read back is what `mergeEvidence` makes of
 * them. Throws a StoreError.
 */
export function putEvidence(store: Store, account: string, evidence: Evidence): Promise<PutSummary> {
  return guarded(store, () =>
    // async, or Dexie would not see that the function awaits
    store.transaction('rw', evidenceTables(store), async () => putAll(store, account, evidence)),
  )
}

/** The same inside a transaction over `evidenceTables`. */
export async function putAll(store: Store, account: string, evidence: Evidence): Promise<PutSummary> {
  const summary: PutSummary = {
    records: await putRecords(store, account, evidence.records),
    snapshots: await putOnShelf(SNAPSHOTS, store, account, evidence.snapshots),
    errors: await putOnShelf(ERRORS, store, account, evidence.errors),
    calls: await putOnShelf(CALLS, store, account, evidence.calls),
    costs: await putOnShelf(COSTS, store, account, evidence.costs),
    captures: await putOnShelf(CAPTURES, store, account, evidence.captures),
    devices: await putSmall(SMALL_SHELVES.devices, store, account, evidence.devices),
    marks: await putSmall(SMALL_SHELVES.marks, store, account, evidence.marks),
    annotations: await putSmall(SMALL_SHELVES.annotations, store, account, evidence.annotations),
    rejects: await putSmall(SMALL_SHELVES.rejects, store, account, evidence.rejects),
    unknownFields: await putSmall(SMALL_SHELVES.unknownFields, store, account, evidence.unknownFields),
  }
  await noteAccount(store, account, summary)
  return summary
}
