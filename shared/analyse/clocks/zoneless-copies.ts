import { groupBy } from '../../evidence/group-by.ts'
import { placeWhen } from '../../evidence/local-time.ts'
import { joinRecords } from '../../evidence/merge-records.ts'
import { rowKey, type UsageRecord } from '../../evidence/kinds/usage-record.ts'
import type { Zone } from '../../time/zone.ts'

/**
 * Rows in which each zone-less copy of a dated row is joined to it, one to one, as `mergeRecords` does with rows that were
 * dated alike: whoever pastes a table without a zone and again with one, or pastes what the extension has captured, has not
 * made those requests twice. Two rows are one where second, source and client agree once `zone` has placed the copy:
 *
 *     pasted, "I don't know"      10:00:01   KimiCLI         ┐
 *     pasted, "Asia/Shanghai"     10:00:01   KimiCLI  02:00Z ┴→ one row, if the analysis is under Asia/Shanghai
 *
 * A copy that another zone was said of is left: its neighbours are elsewhere, and without it they would be misread.
 */
export function joinZonelessCopies(records: readonly UsageRecord[], zone: Zone): JoinedRows {
  const copies = records.filter(isZoneless).flatMap((row) => placedCopy(row, zone) ?? [])
  if (copies.length === 0) return { rows: records, originals: new Map() }
  // of a million rows few are in these seconds, and no key is made for the others
  const seconds = new Set(copies.map(({ second }) => second))
  const twins = groupBy(
    records.filter(({ when }) => when.kind === 'span' && seconds.has(when.span.from)),
    rowKey,
  )
  const joined = new Map<UsageRecord, UsageRecord | null>()
  const originals = new Map<string, readonly UsageRecord[]>()
  for (const { row, key } of copies) {
    const free = twins.get(key)?.filter((each) => !joined.has(each)) ?? []
    const twin = free.find((each) => each.outcome === row.outcome) ?? free.find((each) => mayBeOne(each, row))
    if (!twin) continue
    const { id, requestId, when } = twin
    joined.set(twin, { ...joinRecords(twin, row), id, requestId, when })
    joined.set(row, null)
    originals.set(id, [twin, row])
  }
  if (joined.size === 0) return { rows: records, originals: new Map() }
  return { rows: records.flatMap((row) => (joined.has(row) ? (joined.get(row) ?? []) : row)), originals }
}

export interface JoinedRows {
  readonly rows: readonly UsageRecord[]
  /** What each joined row was made of, by its id: when more is known of one of them, they may prove to be two. */
  readonly originals: Originals
}

export type Originals = ReadonlyMap<string, readonly UsageRecord[]>

/** Of two requests in one second, one served and one refused, neither is the copy of the other. */
const mayBeOne = (a: UsageRecord, b: UsageRecord): boolean =>
  a.outcome === 'unknown' || b.outcome === 'unknown'

interface PlacedCopy {
  readonly row: UsageRecord
  readonly second: number
  readonly key: string
}

const isZoneless = ({ requestId, when }: UsageRecord): boolean => requestId === null && when.kind === 'local'

/** A zone-less row of a table where the zone puts it; null where its hour came twice or never. */
function placedCopy(row: UsageRecord, zone: Zone): PlacedCopy | null {
  const when = placeWhen(row.when, zone)
  if (when.kind !== 'span' || when.ambiguous) return null
  return { row, second: when.span.from, key: rowKey({ when, source: row.source, userAgent: row.userAgent }) }
}
