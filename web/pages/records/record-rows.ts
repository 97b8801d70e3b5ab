import { placeWhen } from '../../../shared/evidence/local-time.ts'
import type { Outcome, UsageRecord } from '../../../shared/evidence/usage-record.ts'
import type { Zone } from '../../../shared/time/zone.ts'

export interface RecordFilter {
  readonly text: string
  readonly outcome: Outcome | 'any'
}

/**
 * The rows that pass the filter, newest first. Rows without a place in UTC are put by what the wall clock showed, which
 * is right among themselves; rows without any time come last.
 */
export function recordRows(
  records: readonly UsageRecord[],
  zone: Zone,
  { text, outcome }: RecordFilter,
): readonly UsageRecord[] {
  const wanted = text.trim().toLowerCase()
  const passes = (record: UsageRecord) =>
    (outcome === 'any' || record.outcome === outcome) && (wanted === '' || textOf(record).includes(wanted))
  return records
    .filter(passes)
    .map((record) => ({ record, at: sortKey(record, zone) }))
    .toSorted((a, b) => b.at - a.at || (a.record.id < b.record.id ? -1 : 1))
    .map(({ record }) => record)
}

function sortKey({ when }: UsageRecord, zone: Zone): number {
  const placed = placeWhen(when, zone)
  if (placed.kind === 'span') return placed.span.from
  return placed.kind === 'local' ? placed.local.wall : -Infinity
}

const textOf = ({ source, userAgent, model, requestId, callType, statusText, status }: UsageRecord): string =>
  [source.name, userAgent, model, requestId, callType, statusText, status].join(' ').toLowerCase()
