import { byTime, firstAtOrAfter, type PlacedRecord } from './placed-records.ts'

/**
 * Rows sorted by time, without the replaced ones and with the added ones in their places. Rows before the first change
 * are only copied, so that a page of new rows costs little in a history of a million.
 */
export function replaceRecords(
  known: readonly PlacedRecord[],
  replaced: ReadonlySet<string>,
  added: readonly PlacedRecord[],
): readonly PlacedRecord[] {
  const first = added[0]
  if (!first) return known
  const start = firstAtOrAfter(known, first.at)
  if (start === known.length) return known.concat(added)
  const tail = known.slice(start).filter(({ record }) => !replaced.has(record.id))
  return known.slice(0, start).concat(mergeSorted(tail, added))
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
