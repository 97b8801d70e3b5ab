import type { Evidence } from '../evidence/evidence.ts'
import { evidenceTables } from './evidence-tables.ts'
import { guarded } from './database/guarded.ts'
import { claimHere, wasThereBefore } from './imports/claim-here.ts'
import { HERE } from './imports/owners.ts'
import { Speaker } from './imports/speaker.ts'
import { noteAccount } from './accounts/accounts.ts'
import { onEachShelf } from './segments/day-shelves.ts'
import { putOnShelf } from './segments/put-on-shelf.ts'
import { onEachSmallShelf, putSmall } from './put-small.ts'
import type { PutSummary } from './put-summary.ts'
import { DROPPED } from './segments/shelves.ts'
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
    store.transaction('rw', evidenceTables(store), async () => {
      const speaker = await Speaker.of(store, account, HERE)
      const summary = await putAll(store, account, evidence, speaker)
      if (speaker && wasThereBefore(evidence, summary)) await claimHere(store, account, evidence)
      return summary
    }),
  )
}

/** The same inside a transaction over `evidenceTables`, with who says it, where that matters. */
export async function putAll(
  store: Store,
  account: string,
  evidence: Evidence,
  speaker: Speaker | null,
): Promise<PutSummary> {
  const dropped = await putDropped(store, account, evidence.records, speaker)
  const rest: Evidence =
    dropped.size === 0
      ? evidence
      : { ...evidence, records: evidence.records.filter(({ id }) => !dropped.has(id)) }
  const counts = await onEachShelf((shelf, kind) => putOnShelf(shelf, store, account, rest[kind], speaker))
  const { records } = counts
  const summary: PutSummary = {
    ...counts,
    records: { ...records, unchanged: records.unchanged + dropped.size },
    ...(await onEachSmallShelf((shelf, kind) => putSmall(shelf, store, account, evidence[kind], speaker))),
  }
  await noteAccount(store, account, summary)
  return summary
}

/**
 * A row of history that the user deleted stays deleted, but is kept up to date where it lies, so that undoing the deletion
 * gives it back with all that was seen of it since. Which those were. Must run inside a transaction over `evidenceTables`.
 */
async function putDropped(
  store: Store,
  account: string,
  records: readonly UsageRecord[],
  speaker: Speaker | null,
): Promise<ReadonlySet<string>> {
  const dropped = await droppedAmong(store, account, records)
  const stay = records.filter(({ id }) => dropped.has(id))
  await putOnShelf(DROPPED, store, account, stay, speaker)
  return dropped
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
