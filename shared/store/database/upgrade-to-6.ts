import { groupBy } from '../../evidence/group-by.ts'
import type { UsageRecord } from '../../evidence/kinds/usage-record.ts'
import { homeOf } from '../segments/segment-home.ts'
import { rowsUnder } from '../segments/key-range.ts'
import { openSegment, type Segment } from '../segments/segment.ts'
import type { RecordColumns } from '../columns/record-columns.ts'
import { itemsIn } from '../segments/codec.ts'
import { putOnShelf } from '../segments/put-on-shelf.ts'
import { daysOfRepeated, noteRequestDays, type PlacedRow } from '../segments/request-days.ts'
import { DROPPED, RECORDS } from '../segments/shelves.ts'
import { writeSegment } from '../segments/write-segment.ts'
import type { Store } from './store.ts'

/** So many rows are noted at once: each time all of the index is written anew, and a year is not held at once. */
const AT_ONCE = 50_000

/** From version 5 to 6: on which day each request lies is noted, and one that lies on two becomes one row. */
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
  for (const account of await store.accounts.toCollection().primaryKeys())
    for (const shelf of [RECORDS, DROPPED]) await joinRepeated(store, account, shelf)
}

/** Takes all but one of the rows with one id off their days, and puts them again: then they are joined with it. */
async function joinRepeated(store: Store, account: string, shelf: typeof RECORDS): Promise<void> {
  const days: ReadonlySet<string> = await daysOfRepeated(store, account)
  if (days.size === 0) return
  const table = shelf.table(store)
  const seen = new Set<string>()
  const taken: UsageRecord[] = []
  for (const key of await rowsUnder(table, account).primaryKeys()) {
    const segment = days.has(key[2]) ? await table.get(key) : undefined
    const rows = segment ? rowsIn(segment) : []
    const again = new Set(rows.filter(({ id, requestId }) => requestId !== null && seen.has(id)))
    for (const { id } of rows) seen.add(id)
    if (!segment || again.size === 0) continue
    for (const row of again) taken.push(row)
    const rest = rows.filter((row) => !again.has(row))
    await writeSegment(shelf, store, account, segment, rest)
  }
  await putOnShelf(shelf, store, account, taken)
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
