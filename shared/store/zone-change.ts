import { placeWhen } from '../evidence/local-time.ts'
import { recordId, type UsageRecord } from '../evidence/usage-record.ts'
import type { When } from '../evidence/when.ts'
import { UNKNOWN_ZONE, type KnownZone, type Zone } from '../time/zone.ts'

/** A zone became known, or turned out to be another: local times under `from` are to be read under `to`. */
export interface ZoneChange {
  readonly from: Zone
  readonly to: KnownZone
}

/** True for a time that the change is about. */
export const concerns = ({ from }: ZoneChange, when: When): boolean =>
  when.kind !== 'undated' && when.local !== undefined && (when.local.zone ?? UNKNOWN_ZONE) === from

export function changeZone(change: ZoneChange, when: When): When {
  if (when.kind === 'undated' || !when.local || !concerns(change, when)) return when
  return placeWhen({ kind: 'local', local: { ...when.local, zone: null } }, change.to)
}

/**
 * A row under its new zone. Without a request id its id is made of its time (evidence/usage-record.ts), so it gets the
 * one that it would have had, had the zone been known from the start: same ordinal, new second.
 */
export function changeZoneOfRecord(change: ZoneChange, record: UsageRecord): UsageRecord {
  const when = changeZone(change, record.when)
  const moved = { ...record, when }
  const ordinal = record.requestId === null ? ordinalOf(record) : null
  return ordinal === null ? moved : { ...moved, id: recordId(moved, ordinal) }
}

/** More equal rows than one page shows in one second. */
const MOST_EQUALS = 100

/** Which of equal rows this is; null where its id was not made of its time (rows of a masked bundle). */
function ordinalOf(record: UsageRecord): number | null {
  for (let ordinal = 0; ordinal < MOST_EQUALS; ordinal += 1)
    if (recordId(record, ordinal) === record.id) return ordinal
  return null
}
