import type { UsageRecord } from '../evidence/usage-record.ts'
import { guarded } from './guarded.ts'
import { holdsOneOf, segmentsNear } from './near-segments.ts'
import { RECORDS } from './shelves.ts'
import type { Store } from './store.ts'

/**
 * The first of these accounts that has any of these rows, or null. Only rows with a request id are looked up: Kimi uses
 * each id once, while two accounts may well have called in the same second with the same client.
 */
export function accountWithAnyRecord(
  store: Store,
  accounts: readonly string[],
  records: readonly UsageRecord[],
): Promise<string | null> {
  const rows = new Map(
    records.filter(({ requestId }) => requestId !== null).map((record) => [record.id, record]),
  )
  return guarded(store, async () => {
    if (rows.size === 0) return null
    for (const account of accounts) {
      const near = await segmentsNear(RECORDS, store, account, rows)
      if (near.some(({ open }) => holdsOneOf(open, rows))) return account
    }
    return null
  })
}
