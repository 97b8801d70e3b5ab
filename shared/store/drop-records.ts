import type { UsageRecord } from '../evidence/kinds/usage-record.ts'
import { itemsIn } from './segments/codec.ts'
import { evidenceTables } from './evidence-tables.ts'
import { guarded } from './database/guarded.ts'
import { rowsUnder } from './segments/key-range.ts'
import { putOnShelf } from './segments/put-on-shelf.ts'
import { openSegment, type Segment } from './segments/segment.ts'
import type { RecordColumns } from './columns/record-columns.ts'
import { DROPPED, RECORDS } from './segments/shelves.ts'
import { takeStored } from './segments/take-stored.ts'
import type { Store } from './database/store.ts'
import { writeSegment } from './segments/write-segment.ts'

/**
 * Deletes rows of history, and the rows without a request id that they were also seen as. They stay deleted when they are
 * seen again (the recorder sees the newest hundred once a minute), until `restoreRecords` brings them back. Idempotent.
 * Returns the ids of the deleted rows. On a StoreError nothing is deleted.
 */
export function dropRecords(
  store: Store,
  account: string,
  ids: ReadonlySet<string>,
): Promise<readonly string[]> {
  if (ids.size === 0) return Promise.resolve([]) // or every day of the account would be read
  return guarded(store, () =>
    store.transaction('rw', evidenceTables(store), async () => {
      const taken: UsageRecord[] = []
      for (const { basis, day } of await rowsUnder(store.headers, account, 'records').toArray()) {
        const segment = await store.segments.get([account, basis, day])
        if (!segment) continue
        for (const record of await takeVisible(store, account, segment, ids)) taken.push(record)
      }
      await putOnShelf(DROPPED, store, account, taken)
      return taken.map(({ id }) => id)
    }),
  )
}

/** Undoes a deletion. The rows come back with everything seen of them since. Returns how many. */
export function restoreRecords(store: Store, account: string, ids: ReadonlySet<string>): Promise<number> {
  return guarded(store, () =>
    store.transaction('rw', evidenceTables(store), async () => {
      const taken = await takeStored(DROPPED, store, account, ids)
      await putOnShelf(RECORDS, store, account, taken)
      return taken.length
    }),
  )
}

async function takeVisible(
  store: Store,
  account: string,
  segment: Segment<RecordColumns>,
  ids: ReadonlySet<string>,
): Promise<readonly UsageRecord[]> {
  const open = openSegment(RECORDS.codec, segment)
  const rows = Array.from({ length: open.length }, (_, row) => row)
  if (!rows.some((row) => ids.has(open.idAt(row)))) return []
  const items = itemsIn(open)
  const doomed = RECORDS.visible(items).filter(({ id }) => ids.has(id))
  const all = new Set(doomed.flatMap(({ id, absorbed }) => (absorbed === undefined ? [id] : [id, absorbed])))
  await writeSegment(
    RECORDS,
    store,
    account,
    segment,
    items.filter(({ id }) => !all.has(id)),
  )
  return items.filter(({ id }) => all.has(id))
}
