import type { UsageRecord } from '../evidence/usage-record.ts'
import { rowsUnder } from './key-range.ts'
import { segmentsNear } from './near-segments.ts'
import { putOnShelf } from './put-on-shelf.ts'
import type { PutCount } from './put-summary.ts'
import { DROPPED, RECORDS } from './shelves.ts'
import type { Store } from './store.ts'

/**
 * Puts rows of history. One that the user deleted stays deleted, but is kept up to date where it lies, so that undoing the
 * deletion gives it back with all that was seen of it since. Must run inside a transaction over `evidenceTables`.
 */
export async function putRecords(
  store: Store,
  account: string,
  records: readonly UsageRecord[],
): Promise<PutCount> {
  const dropped = await droppedAmong(store, account, records)
  if (dropped.size === 0) return putOnShelf(RECORDS, store, account, records)
  const stay = records.filter(({ id }) => dropped.has(id))
  await putOnShelf(DROPPED, store, account, stay)
  const rest = records.filter(({ id }) => !dropped.has(id))
  const count = await putOnShelf(RECORDS, store, account, rest)
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
