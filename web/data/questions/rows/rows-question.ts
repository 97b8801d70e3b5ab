import type { Installation } from '../../../../shared/evidence/installation.ts'
import { whoSaw } from '../../../../shared/evidence/who-saw.ts'
import { plainRecord, type UsageRecord } from '../../../../shared/evidence/kinds/usage-record.ts'
import { wallTime, type WallTime } from '../../../../shared/time/wall.ts'
import type { Known, Question } from '../question.ts'
import type { RowFilter, RowOrder } from './find-rows.ts'
import { foundRows, rowIndex } from './row-index.ts'

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
  readonly withoutInstallation: number
  readonly from: WallTime | null
  readonly to: WallTime | null
}

/** A row as it is listed. */
export interface SeenRow extends UsageRecord {
  /** Which installations saw it, by their places among those of the page. */
  readonly seenBy: readonly number[]
  /** The same request as a dated row: both are listed as they were read, and count once. */
  readonly isCopy: boolean
}

/** Rows of a history, and the installations that it is of; none where it is of one only. */
export interface SeenRows extends RowsPage<SeenRow> {
  readonly installations: readonly Installation[]
}

/** Rows of the usage history, filtered and sorted, a page at a time. */
export const rowsQuestion: Question<RowsAsk, SeenRows> = {
  name: 'rows',
  answer: (known, ask) => {
    const { evidence, sights } = known
    const { records } = evidence
    const found = foundRows(known, ask)
    const saw = whoSaw(sights)
    const copies = rowIndex(known).copies()
    const rows = Array.from(found.subarray(ask.offset, ask.offset + ask.count), (place) => records[place])
    return {
      offset: ask.offset,
      rows: rows.flatMap((record) =>
        record ? [{ ...plainRecord(record), seenBy: saw(record), isCopy: copies.has(record.id) }] : [],
      ),
      installations: sights.map(({ installation }) => installation),
      total: found.length,
      all: records.length,
      ...(found.length === 0 && records.length > 0 && { noneBecause: noneBecause(known, ask) }),
    }
  },
}

/** At most so many ids are handed out at once: 4 MB. */
export const MAX_IDS = 100_000

/** The ids of all rows that pass a filter, newest first, for doing something with them. */
export const rowIdsQuestion: Question<RowFilter, readonly string[]> = {
  name: 'row-ids',
  answer: (known, filter) => {
    const { records } = known.evidence
    const found = foundRows(known, { filter, order: { by: 'when', ascending: false } })
    return Array.from(found.subarray(0, MAX_IDS), (place) => records[place]?.id ?? '')
  },
}

function noneBecause(known: Known, { filter, order }: RowsAsk): NoneBecause {
  const count = (change: Partial<RowFilter>) =>
    foundRows(known, { filter: { ...filter, ...change }, order }).length
  const walls = [...rowIndex(known).walls()].filter((wall) => !Number.isNaN(wall))
  return {
    withoutText: count({ text: '' }),
    withoutOutcome: count({ outcome: 'any' }),
    withoutTimes: count({ from: null, to: null }),
    withoutInstallation: filter.installation === null ? 0 : count({ installation: null }),
    from: walls.length === 0 ? null : wallTime(walls.reduce((a, b) => Math.min(a, b))),
    to: walls.length === 0 ? null : wallTime(walls.reduce((a, b) => Math.max(a, b))),
  }
}
