import { plainRecord, type UsageRecord } from '../../../../shared/evidence/usage-record.ts'
import type { Zone } from '../../../../shared/time/zone.ts'
import type { Known, Question } from '../question.ts'
import { findRows, type RowFilter, type RowOrder } from './find-rows.ts'
import { classRows, type ClassedRows } from './row-classes.ts'
import { newestFirst } from './row-order.ts'

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

interface RowIndex {
  readonly classed: ClassedRows
  readonly zone: Zone
  readonly newest: Uint32Array
  found: { readonly key: string; readonly places: Uint32Array } | null
}

/** What was worked out of a list of rows, as long as that list is the one that is known. */
const indexes = new WeakMap<readonly UsageRecord[], RowIndex>()

function foundRows(
  records: readonly UsageRecord[],
  zone: Zone,
  { filter, order }: Pick<RowsAsk, 'filter' | 'order'>,
): Uint32Array {
  let index = indexes.get(records)
  if (!index || index.zone !== zone) {
    const classed = index?.classed ?? classRows(records)
    index = { classed, zone, newest: newestFirst(records, zone), found: null }
    indexes.set(records, index)
  }
  const key = JSON.stringify([filter, order])
  if (index.found?.key !== key)
    index.found = { key, places: findRows(records, index.classed, index.newest, filter, order) }
  return index.found.places
}
