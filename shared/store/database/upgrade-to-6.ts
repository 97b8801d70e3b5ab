import { groupBy } from '../../evidence/group-by.ts'
import type { UsageRecord } from '../../evidence/kinds/usage-record.ts'
import { homeOf } from '../segments/segment-home.ts'
import { openSegment, type Segment } from '../segments/segment.ts'
import type { RecordColumns } from '../columns/record-columns.ts'
import { itemsIn } from '../segments/codec.ts'
import { noteRequestDays, type PlacedRow } from '../segments/request-days.ts'
import { DROPPED, RECORDS } from '../segments/shelves.ts'
import type { Store } from './store.ts'

/** So many rows are noted at once: each time all of the index is written anew, and a year is not held at once. */
const AT_ONCE = 50_000

/** From version 5 to 6: on which day each request lies is noted. */
export async function upgradeTo6(store: Store): Promise<void> {
  for (const shelf of [RECORDS, DROPPED]) {
    const table = shelf.table(store)
    const keys = await table.toCollection().primaryKeys()
    for (const ofAccount of groupBy(keys, ([account]) => account).values()) {
      let placed: PlacedRow[] = []
      for (const key of ofAccount) {
        const segment = await table.get(key)
        for (const row of segment ? placedIn(segment) : []) placed.push(row)
        if (placed.length < AT_ONCE && key !== ofAccount.at(-1)) continue
        await noteRequestDays(store, key[0], placed)
        placed = []
      }
    }
  }
}

const placedIn = (segment: Segment<RecordColumns>): readonly PlacedRow[] =>
  rowsIn(segment).flatMap(({ id, requestId, when }) =>
    requestId === null ? [] : [{ id, home: homeOf(when) }],
  )

/** A day that cannot be read back must not keep the database from being opened. */
function rowsIn(segment: Segment<RecordColumns>): readonly UsageRecord[] {
  try {
    return itemsIn(openSegment(RECORDS.codec, segment))
  } catch {
    return []
  }
}
