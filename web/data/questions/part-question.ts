import type { PlacedReading } from '../../../shared/analyse/report.ts'
import type { Capture } from '../../../shared/evidence/capture.ts'
import type { ErrorObservation } from '../../../shared/evidence/error-observation.ts'
import type { QuotaSnapshot } from '../../../shared/evidence/quota-snapshot.ts'
import type { Reject } from '../../../shared/evidence/reject.ts'
import type { Known, Question } from './question.ts'
import type { RowsPage } from './rows/rows-question.ts'

/** A reading with where the analysis placed it; null where it could not. */
export interface SnapshotRow extends QuotaSnapshot {
  readonly placed: PlacedReading | null
}

export interface PartRows {
  readonly snapshots: SnapshotRow
  readonly errors: ErrorObservation
  readonly rejects: Reject
  readonly captures: Capture
}
export type PartKind = keyof PartRows

export interface PartAsk {
  readonly text: string
  readonly offset: number
  readonly count: number
}

const asList = <Kind extends PartKind>(
  name: string,
  list: (known: Known) => readonly PartRows[Kind][],
  textOf: (row: PartRows[Kind]) => string,
): Question<PartAsk, RowsPage<PartRows[Kind]>> => ({
  name,
  answer: (known, { text, offset, count }) => {
    const all = list(known)
    const wanted = text.trim().toLowerCase()
    const found = wanted === '' ? all : all.filter((row) => textOf(row).toLowerCase().includes(wanted))
    const newest = found.toReversed()
    return { offset, rows: newest.slice(offset, offset + count), total: found.length, all: all.length }
  },
})

/** The kinds of evidence of which each has a table, latest kept first. */
export const PART_QUESTIONS = {
  snapshots: asList<'snapshots'>(
    'snapshots',
    ({ evidence, report }) => {
      const placed = new Map(report.readings.map((reading) => [reading.snapshot, reading]))
      return evidence.snapshots.map((each) => ({ ...each, placed: placed.get(each.id) ?? null }))
    },
    ({ source, plan }) => `${source} ${plan ?? ''}`,
  ),
  errors: asList<'errors'>(
    'errors',
    ({ evidence }) => evidence.errors,
    ({ message, errorClass, status }) => `${message} ${errorClass} ${status ?? ''}`,
  ),
  rejects: asList<'rejects'>(
    'rejects',
    ({ evidence }) => evidence.rejects,
    ({ input, reason, excerpt }) => `${input} ${reason} ${excerpt}`,
  ),
  captures: asList<'captures'>(
    'captures',
    ({ evidence }) => evidence.captures.map((capture) => ({ ...capture, recordIds: [] })),
    ({ input, source }) => `${input} ${source}`,
  ),
} as const
