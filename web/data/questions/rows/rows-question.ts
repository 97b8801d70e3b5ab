import { plainRecord, type UsageRecord } from '../../../../shared/evidence/usage-record.ts'
import { wallTime, type WallTime } from '../../../../shared/time/wall.ts'
import type { Zone } from '../../../../shared/time/zone.ts'
import type { Known, Question } from '../question.ts'
import { findRows, type RowFilter, type RowOrder } from './find-rows.ts'
import { classRows, type ClassedRows } from './row-classes.ts'
import { newestFirst, wallsOf } from './row-order.ts'

export interface RowsAsk {
  readonly filter: RowFilter
  readonly order: RowOrder
  readonly offset: number
  readonly count: number
}

/** A page of rows: those from `offset` on, and of how many. */
export interface RowsPage<Row> {
  readonly offset: number
  readonly rows: readonly Row[]
  /** How many pass the filter, and how many there are. */
  readonly total: number
  readonly all: number
  /** Only where none passes: why not. */
  readonly noneBecause?: NoneBecause
}

/** How many would pass without one part of the filter, and from when to when there are rows at all. */
export interface NoneBecause {
  readonly withoutText: number
  readonly withoutOutcome: number
  readonly withoutTimes: number
  readonly from: WallTime | null
  readonly to: WallTime | null
}

/** Rows of the usage history, filtered and sorted, a page at a time. */
export const rowsQuestion: Question<RowsAsk, RowsPage<UsageRecord>> = {
  name: 'rows',
  answer: ({ evidence: { records }, report: { zone } }, ask) => {
    const found = foundRows(records, zone, ask)
    const rows = Array.from(found.subarray(ask.offset, ask.offset + ask.count), (place) => records[place])
    return {
      offset: ask.offset,
      rows: rows.flatMap((record) => (record ? [plainRecord(record)] : [])),
      total: found.length,
      all: records.length,
      ...(found.length === 0 && records.length > 0 && { noneBecause: noneBecause(records, zone, ask) }),
    }
  },
}

/** At most so many ids are handed out at once: 4 MB. */
export const MAX_IDS = 100_000

/** The ids of all rows that pass a filter, newest first, for doing something with them. */
export const rowIdsQuestion: Question<RowFilter, readonly string[]> = {
  name: 'row-ids',
  answer: ({ evidence: { records }, report: { zone } }: Known, filter) => {
    const found = foundRows(records, zone, { filter, order: { by: 'when', ascending: false } })
    return Array.from(found.subarray(0, MAX_IDS), (place) => records[place]?.id ?? '')
  },
}

function noneBecause(records: readonly UsageRecord[], zone: Zone, { filter, order }: RowsAsk): NoneBecause {
  const count = (change: Partial<RowFilter>) =>
    foundRows(records, zone, { filter: { ...filter, ...change }, order }).length
  const walls = [...indexOf(records, zone).walls()].filter((wall) => !Number.isNaN(wall))
  return {
    withoutText: count({ text: '' }),
    withoutOutcome: count({ outcome: 'any' }),
    withoutTimes: count({ from: null, to: null }),
    from: walls.length === 0 ? null : wallTime(walls.reduce((a, b) => Math.min(a, b))),
    to: walls.length === 0 ? null : wallTime(walls.reduce((a, b) => Math.max(a, b))),
  }
}

interface RowIndex {
  readonly classed: ClassedRows
  readonly zone: Zone
  readonly newest: Uint32Array
  readonly walls: () => Float64Array
  found: { readonly key: string; readonly places: Uint32Array } | null
}

/** What was worked out of a list of rows, as long as that list is the one that is known. */
const indexes = new WeakMap<readonly UsageRecord[], RowIndex>()

function foundRows(
  records: readonly UsageRecord[],
  zone: Zone,
  { filter, order }: Pick<RowsAsk, 'filter' | 'order'>,
): Uint32Array {
  const index = indexOf(records, zone)
  const key = JSON.stringify([filter, order])
  if (index.found?.key !== key)
    index.found = {
      key,
      places: findRows(records, index.classed, index.newest, index.walls, filter, order),
    }
  return index.found.places
}

function indexOf(records: readonly UsageRecord[], zone: Zone): RowIndex {
  const known = indexes.get(records)
  if (known?.zone === zone) return known
  const classed = known?.classed ?? classRows(records)
  let walls: Float64Array | null = null
  const index: RowIndex = {
    classed,
    zone,
    newest: newestFirst(records, zone),
    // only who asks for a time needs them
    walls: () => (walls ??= wallsOf(records, zone)),
    found: null,
  }
  indexes.set(records, index)
  return index
}
