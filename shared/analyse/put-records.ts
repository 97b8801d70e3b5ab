import { byTime, firstAtOrAfter, type PlacedRecord } from './placed-records.ts'

/**
 * Puts rows into a list sorted by time, in place, and takes the replaced ones out, which lie within the seconds of the
 * added ones. In place, since to copy a million rows costs more than all else that a page of a hundred brings about.
 */
export function putRecords(
  records: PlacedRecord[],
  replaced: ReadonlySet<string>,
  added: readonly PlacedRecord[],
): void {
  const first = added[0]
  const last = added.at(-1)
  if (!first || !last) return
  const later = records.splice(firstAtOrAfter(records, last.at + 1))
  const touched = records.splice(firstAtOrAfter(records, first.at))
  const kept = touched.filter(({ record }) => !replaced.has(record.id))
  for (const each of mergeSorted(kept, added)) records.push(each)
  for (const each of later) records.push(each)
}

function mergeSorted(a: readonly PlacedRecord[], b: readonly PlacedRecord[]): PlacedRecord[] {
  const merged: PlacedRecord[] = []
  let next = 0
  for (const each of a) {
    for (let other = b[next]; other && byTime(other, each) < 0; other = b[next]) {
      merged.push(other)
      next += 1
    }
    merged.push(each)
  }
  return merged.concat(b.slice(next))
}
