import { byTime, firstAtOrAfter, type PlacedRecord } from './placed-records.ts'

/**
 * A list sorted by time with rows put into it, and the replaced ones taken out, which lie within the seconds of the added
 * ones. To copy the references to a million rows takes some milliseconds.
 */
export function putRecords(
  records: readonly PlacedRecord[],
  replaced: ReadonlySet<string>,
  added: readonly PlacedRecord[],
): readonly PlacedRecord[] {
  const first = added[0]
  const last = added.at(-1)
  if (!first || !last) return records
  const [start, end] = [firstAtOrAfter(records, first.at), firstAtOrAfter(records, last.at + 1)]
  const kept = records.slice(start, end).filter(({ record }) => !replaced.has(record.id))
  const merged = mergeSorted(kept, added)
  return merged.length <= MAX_ARGUMENTS
    ? records.toSpliced(start, end - start, ...merged)
    : records.slice(0, start).concat(merged, records.slice(end))
}

/** A call takes no more than some ten thousand arguments; of a page of rows it copies once and not twice. */
const MAX_ARGUMENTS = 1000

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
