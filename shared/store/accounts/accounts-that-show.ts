import type { UsageRecord } from '../../evidence/kinds/usage-record.ts'
import { guarded } from '../database/guarded.ts'
import { holdsOneOf, segmentsNear } from '../segments/near-segments.ts'
import { RECORDS } from '../segments/shelves.ts'
import type { Store } from '../database/store.ts'

/**
 * Those of these accounts that have any of these rows. Only rows with a request id are looked up: Kimi uses each id once,
 * while two accounts may well have called in the same second with the same client.
 */
export function accountsThatShow(
  store: Store,
  accounts: readonly string[],
  records: readonly UsageRecord[],
): Promise<readonly string[]> {
  const rows = new Map(
    records.filter(({ requestId }) => requestId !== null).map((record) => [record.id, record]),
  )
  return guarded(store, async () => {
    const showing: string[] = []
    for (const account of rows.size === 0 ? [] : accounts) {
      const near = await segmentsNear(RECORDS, store, account, rows)
      if (near.some(({ open }) => holdsOneOf(open, rows))) showing.push(account)
    }
    return showing
  })
}
