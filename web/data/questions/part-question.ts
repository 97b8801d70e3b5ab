import type { PlacedReading } from '../../../shared/analyse/report.ts'
import type { Capture } from '../../../shared/evidence/kinds/capture.ts'
import type { ClientCall } from '../../../shared/evidence/kinds/client-call.ts'
import type { Device } from '../../../shared/evidence/kinds/device.ts'
import type { ErrorObservation } from '../../../shared/evidence/kinds/error-observation.ts'
import type { QuotaSnapshot } from '../../../shared/evidence/kinds/quota-snapshot.ts'
import type { Reject } from '../../../shared/evidence/kinds/reject.ts'
import type { When } from '../../../shared/evidence/when.ts'
import type { Zone } from '../../../shared/time/zone.ts'
import { wordingFor } from '../../../shared/wording/wording.ts'
import type { Known, Question } from './question.ts'
import { newestFirst } from './rows/row-order.ts'
import type { RowsPage } from './rows/rows-question.ts'

/** A reading with where the analysis placed it; null where it could not. */
export interface SnapshotRow extends QuotaSnapshot {
  readonly placed: PlacedReading | null
}

export interface PartRows {
  readonly snapshots: SnapshotRow
  readonly errors: ErrorObservation
  readonly rejects: Reject
  readonly calls: ClientCall
  readonly devices: Device
  readonly captures: Capture
}
export type PartKind = keyof PartRows

export interface PartAsk {
  readonly text: string
  readonly offset: number
  readonly count: number
}

/** The rows in whose text the wanted one stands, in any case; all of them where none is wanted. */
export function rowsWith<Row>(
  wanted: string,
  rows: readonly Row[],
  textOf: (row: Row) => string,
): readonly Row[] {
  const text = wanted.trim().toLowerCase()
  return text === '' ? rows : rows.filter((row) => textOf(row).toLowerCase().includes(text))
}

/** Rows by their times, newest first. */
export const byTime = <Row extends { readonly when: When }>(rows: readonly Row[], zone: Zone): Row[] =>
  Array.from(newestFirst(rows, zone), (place) => rows[place]).filter((row) => row !== undefined)

const asList = <Kind extends PartKind>(
  name: string,
  /** All there are, in the order of the table. */
  list: (known: Known) => readonly PartRows[Kind][],
  textOf: (row: PartRows[Kind]) => string,
): Question<PartAsk, RowsPage<PartRows[Kind]>> => ({
  name,
  answer: (known, { text, offset, count }) => {
    const all = list(known)
    const found = rowsWith(text, all, textOf)
    return { offset, rows: found.slice(offset, offset + count), total: found.length, all: all.length }
  },
})

/** When there was the last sign of a device; those without any come last. */
const lastSign = ({ lastActive, lastSeen }: Device): number => lastActive ?? lastSeen ?? -Infinity

/** A reason is looked for in the words that either language shows. */
const [english, chinese] = [wordingFor('en'), wordingFor('zh')]

/** The kinds of evidence of which each has a table, latest first: by its time, or, where it has none, by its place. */
export const PART_QUESTIONS = {
  snapshots: asList<'snapshots'>(
    'snapshots',
    ({ evidence, report }) => {
      const placed = new Map(report.readings.map((reading) => [reading.snapshot, reading]))
      return evidence.snapshots.map((each) => ({ ...each, placed: placed.get(each.id) ?? null })).toReversed()
    },
    ({ source, plan }) => `${source} ${plan ?? ''}`,
  ),
  errors: asList<'errors'>(
    'errors',
    ({ evidence }) => evidence.errors.toReversed(),
    ({ message, errorClass, status }) => `${message} ${errorClass} ${status ?? ''}`,
  ),
  rejects: asList<'rejects'>(
    'rejects',
    ({ evidence }) => evidence.rejects.toReversed(),
    ({ input, reason, excerpt }) =>
      `${input} ${english.sentence(reason).text} ${chinese.sentence(reason).text} ${excerpt}`,
  ),
  calls: asList<'calls'>(
    'calls',
    ({ evidence, report }) => byTime(evidence.calls, report.zone),
    ({ client, model, agent, outcome }) => `${client} ${model ?? ''} ${agent ?? ''} ${outcome}`,
  ),
  devices: asList<'devices'>(
    'devices',
    ({ evidence }) => evidence.devices.toSorted((a, b) => lastSign(b) - lastSign(a)),
    ({ name, platform, clientVersion }) => `${name ?? ''} ${platform ?? ''} ${clientVersion ?? ''}`,
  ),
  captures: asList<'captures'>(
    'captures',
    ({ evidence }) => evidence.captures.map((capture) => ({ ...capture, recordIds: [] })).toReversed(),
    ({ input, source }) => `${input} ${source}`,
  ),
} as const
