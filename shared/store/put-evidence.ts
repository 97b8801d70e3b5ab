import type { Evidence } from '../evidence/evidence.ts'
import { evidenceTables } from './evidence-tables.ts'
import { guarded } from './database/guarded.ts'
import { HERE } from './imports/owners.ts'
import { Speaker } from './imports/speaker.ts'
import { noteAccount } from './accounts/accounts.ts'
import { putOnShelf } from './segments/put-on-shelf.ts'
import { putSmall, SMALL_SHELVES } from './put-small.ts'
import type { PutSummary, PutCount } from './put-summary.ts'
import { CALLS, CAPTURES, COSTS, ERRORS, SNAPSHOTS, DROPPED, RECORDS } from './segments/shelves.ts'
import type { Store } from './database/store.ts'
import type { UsageRecord } from '../evidence/kinds/usage-record.ts'
import { rowsUnder } from './segments/key-range.ts'
import { segmentsNear } from './segments/near-segments.ts'

/**
 * Adds evidence to an account in one transaction: all of it is kept, or, when that fails, none. Idempotent: the same
 * evidence again changes nothing, and in whatever order parts come, what is read back is what `mergeEvidence` makes of
 * them. Throws a StoreError.
 */
export function putEvidence(store: Store, account: string, evidence: Evidence): Promise<PutSummary> {
  return guarded(store, () =>
    // async, or Dexie would not see that the function awaits
    store.transaction('rw', evidenceTables(store), async () =>
      putAll(store, account, evidence, await Speaker.of(store, account, HERE)),
    ),
  )
}

/** The same inside a transaction over `evidenceTables`, with who says it, where that matters. */
export async function putAll(
  store: Store,
  account: string,
  evidence: Evidence,
  speaker: Speaker | null,
): Promise<PutSummary> {
  const summary: PutSummary = {
    records: await putRecords(store, account, evidence.records, speaker),
    snapshots: await putOnShelf(SNAPSHOTS, store, account, evidence.snapshots, speaker),
    errors: await putOnShelf(ERRORS, store, account, evidence.errors, speaker),
    calls: await putOnShelf(CALLS, store, account, evidence.calls, speaker),
    costs: await putOnShelf(COSTS, store, account, evidence.costs, speaker),
    captures: await putOnShelf(CAPTURES, store, account, evidence.captures),
    devices: await putSmall(SMALL_SHELVES.devices, store, account, evidence.devices, speaker),
    marks: await putSmall(SMALL_SHELVES.marks, store, account, evidence.marks, speaker),
    annotations: await putSmall(SMALL_SHELVES.annotations, store, account, evidence.annotations, speaker),
    rejects: await putSmall(SMALL_SHELVES.rejects, store, account, evidence.rejects),
    unknownFields: await putSmall(
      SMALL_SHELVES.unknownFields,
      store,
      account,
      evidence.unknownFields,
      speaker,
    ),
  }
  await noteAccount(store, account, summary)
  return summary
}

/**
 * Puts rows of history. One that the user deleted stays deleted, but is kept up to date where it lies, so that undoing the
 * deletion gives it back with all that was seen of it since. Must run inside a transaction over `evidenceTables`.
 */
async function putRecords(
  store: Store,
  account: string,
  records: readonly UsageRecord[],
  speaker: Speaker | null,
): Promise<PutCount> {
  const dropped = await droppedAmong(store, account, records)
  if (dropped.size === 0) return putOnShelf(RECORDS, store, account, records, speaker)
  const stay = records.filter(({ id }) => dropped.has(id))
  await putOnShelf(DROPPED, store, account, stay, speaker)
  const rest = records.filter(({ id }) => !dropped.has(id))
  const count = await putOnShelf(RECORDS, store, account, rest, speaker)
  return { ...count, unchanged: count.unchanged + dropped.size }
}

async function droppedAmong(
  store: Store,
  account: string,
  records: readonly UsageRecord[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  if ((await rowsUnder(store.headers, account, 'dropped').count()) === 0) return found
  const incoming = new Map(records.map((record) => [record.id, record]))
  for (const { open } of await segmentsNear(DROPPED, store, account, incoming))
    for (let row = 0; row < open.length; row += 1) if (incoming.has(open.idAt(row))) found.add(open.idAt(row))
  return found
}
