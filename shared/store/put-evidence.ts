import type { Evidence } from '../evidence/evidence.ts'
import { placeKnownCaptures } from './capture-zones.ts'
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
 * them. Zone-less evidence of a capture whose zone has become known since (`rezone`) is placed on the way in.
 *
 * Throws a StoreError.
 */
export function putEvidence(store: Store, account: string, evidence: Evidence): Promise<PutSummary> {
  return guarded(store, () =>
    // async, or Dexie would not see that the function awaits
    store.transaction('rw', evidenceTables(store), async () => putAll(store, account, evidence)),
  )
}

/** The same inside a transaction over `evidenceTables`. */
export async function putAll(store: Store, account: string, evidence: Evidence): Promise<PutSummary> {
  const placed = await placeKnownCaptures(store, account, evidence)
  const summary: PutSummary = {
    records: await putRecords(store, account, placed.records),
    snapshots: await putOnShelf(SNAPSHOTS, store, account, placed.snapshots),
    errors: await putOnShelf(ERRORS, store, account, placed.errors),
    calls: await putOnShelf(CALLS, store, account, placed.calls),
    costs: await putOnShelf(COSTS, store, account, placed.costs),
    captures: await putOnShelf(CAPTURES, store, account, placed.captures),
    devices: await putSmall(SMALL_SHELVES.devices, store, account, placed.devices),
    marks: await putSmall(SMALL_SHELVES.marks, store, account, placed.marks),
    annotations: await putSmall(SMALL_SHELVES.annotations, store, account, placed.annotations),
    rejects: await putSmall(SMALL_SHELVES.rejects, store, account, placed.rejects),
    unknownFields: await putSmall(SMALL_SHELVES.unknownFields, store, account, placed.unknownFields),
  }
  await noteAccount(store, account, summary)
  return summary
}
