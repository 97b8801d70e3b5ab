import type { UsageRecord } from '../../evidence/kinds/usage-record.ts'
import { homeOf } from '../segments/segment-home.ts'
import { openSegment, type Segment } from '../segments/segment.ts'
import type { RecordColumns } from '../columns/record-columns.ts'
import { itemsIn } from '../segments/codec.ts'
import { noteRequestDays } from '../segments/request-days.ts'
import { DROPPED, RECORDS } from '../segments/shelves.ts'
import type { Store } from './store.ts'

/** From version 5 to 6: on which day each request lies is noted. One day after the other: a year is not held at once. */
export async function upgradeTo6(store: Store): Promise<void> {
  for (const shelf of [RECORDS, DROPPED]) {
    const table = shelf.table(store)
    for (const key of await table.toCollection().primaryKeys()) {
      const segment = await table.get(key)
      if (segment) await noteDays(store, segment)
    }
  }
}

async function noteDays(store: Store, segment: Segment<RecordColumns>): Promise<void> {
  const placed = rowsIn(segment).flatMap(({ id, requestId, when }) =>
    requestId === null ? [] : [{ id, home: homeOf(when) }],
  )
  await noteRequestDays(store, segment.account, placed)
}

/** A day that cannot be read back must not keep the database from being opened. */
function rowsIn(segment: Segment<RecordColumns>): readonly UsageRecord[] {
  try {
    return itemsIn(openSegment(RECORDS.codec, segment))
  } catch {
    return []
  }
}
