import type { QuotaSnapshot } from '../evidence/kinds/quota-snapshot.ts'
import { guarded } from './database/guarded.ts'
import { rowsUnder } from './segments/key-range.ts'
import { itemsUnder } from './segments/read-shelf.ts'
import { SNAPSHOTS } from './segments/shelves.ts'
import type { Store } from './database/store.ts'

/** The readings of the newest day of an account that has any, or of the newest few. */
export function newestReadings(store: Store, account: string, days = 1): Promise<readonly QuotaSnapshot[]> {
  return guarded(store, async () => {
    const headers = await rowsUnder(store.headers, account, 'snapshots').toArray()
    const dated = headers.filter(({ basis }) => basis === 'utc').toSorted((a, b) => (a.day < b.day ? -1 : 1))
    return itemsUnder(SNAPSHOTS, store, dated.slice(-days))
  })
}
