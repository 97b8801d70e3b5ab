import type { UsageRecord } from '../evidence/usage-record.ts'
import { startOf } from './columns/whens.ts'
import { guarded } from './guarded.ts'
import { rowsUnder } from './key-range.ts'
import { itemsUnder } from './read-shelf.ts'
import type { Header } from './schema.ts'
import { RECORDS } from './shelves.ts'
import type { Store } from './store.ts'

/**
 * The newest `n` rows, newest first. Only as many days are read as are needed. Rows of unknown zone take the place that
 * their clock showed, which may be off by a zone; rows without a time come last.
 */
export function newestRecords(store: Store, account: string, n: number): Promise<UsageRecord[]> {
  return guarded(store, async () => {
    const headers = await rowsUnder(store.headers, account, 'records').toArray()
    const records = await itemsUnder(RECORDS, store, enough(headers, n))
    return records.toSorted(newestFirst).slice(0, n)
  })
}

/** Headers of the latest days of either basis: enough for `n` rows even if all of them were of one. */
function enough(headers: readonly Header[], n: number): Header[] {
  return (['utc', 'local', 'undated'] as const).flatMap((basis) => {
    let rows = 0
    return headers
      .filter((header) => header.basis === basis)
      .toReversed()
      .filter(({ count }) => {
        const needed = rows < n
        rows += count
        return needed
      })
  })
}

function newestFirst(a: UsageRecord, b: UsageRecord): number {
  const from = startOf(b.when) ?? -Infinity
  const to = startOf(a.when) ?? -Infinity
  if (from !== to) return from - to
  return a.id < b.id ? 1 : -1
}
