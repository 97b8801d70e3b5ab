import { plainRecord, type UsageRecord } from '../evidence/kinds/usage-record.ts'
import { mayAbsorb, openRecords, type RecordColumns } from './columns/record-columns.ts'
import { sameEvidence } from './same-evidence.ts'
import { openSegment, type Segment } from './segments/segment.ts'
import { RECORDS } from './segments/shelves.ts'
import { StoredRecord } from './columns/stored-record.ts'
import { visibleIn } from './segments/read-shelf.ts'

/**
 * The rows of a segment, read when looked at. Rows that were held before and are still the same stay the same objects and
 * move to the new columns, so that whoever holds them holds no old day.
 */
export function holdRecords(
  segment: Segment<RecordColumns>,
  before: readonly UsageRecord[],
): readonly UsageRecord[] {
  // Rows that absorb others are joined as they are read: few days have them, and they are objects of their own.
  if (mayAbsorb(segment.columns)) return visibleIn(RECORDS, segment)
  openSegment(RECORDS.codec, segment) // refuses what it cannot read
  const readers = openRecords(segment.columns, segment.length)
  const held = new Map(before.map((record) => [record.id, record]))
  return Array.from({ length: segment.length }, (_, row) => {
    const record = new StoredRecord(readers, row)
    const known = held.size > 0 ? held.get(record.id) : undefined
    if (!(known instanceof StoredRecord) || !sameEvidence(plainRecord(known), plainRecord(record)))
      return record
    known.moveTo(readers, row)
    return known
  })
}
