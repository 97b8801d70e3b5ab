import type { Evidence } from '../evidence/evidence.ts'
import { placeWhen } from '../evidence/local-time.ts'
import type { UsageRecord } from '../evidence/usage-record.ts'
import type { When } from '../evidence/when.ts'
import { formatOffset, formatWall } from '../time/format.ts'
import { writeInstant } from '../time/instant.ts'
import { writeWallTime } from '../time/wall.ts'
import { UNKNOWN_ZONE, type Zone } from '../time/zone.ts'
import { csvRow } from './csv-cell.ts'

const COLUMNS = [
  'time_utc',
  'local_time',
  'utc_offset',
  'request_id',
  'source',
  'source_name',
  'client',
  'call_type',
  'model',
  'status',
  'outcome',
  'printed_status',
  'printed_time',
  'id',
] as const

/**
 * The usage history as CSV, newest first: UTF-8, a header, CRLF. Local times are those of the zone; a row that was
 * printed without a zone, and got none, has no UTC time and keeps its local one. Empty means unknown.
 */
export function writeRecordsCsv({ records }: Evidence, zone: Zone): string {
  const rows = records
    .map((record) => ({ record, when: placeWhen(record.when, zone) }))
    .toSorted((a, b) => clockOf(b.when) - clockOf(a.when) || (a.record.id < b.record.id ? -1 : 1))
  return csvRow(COLUMNS) + rows.map(({ record, when }) => csvRow(cellsOf(record, when, zone))).join('')
}

function cellsOf(record: UsageRecord, when: When, zone: Zone): readonly (string | number | null)[] {
  const { utc, local, offset, printed } = timeCells(when, zone)
  return [
    utc,
    local,
    offset,
    record.requestId,
    record.source.kind,
    record.source.name,
    record.userAgent,
    record.callType,
    record.model,
    record.status,
    record.outcome,
    record.statusText,
    printed,
    record.id,
  ]
}

interface TimeCells {
  readonly utc: string | null
  readonly local: string | null
  readonly offset: string | null
  readonly printed: string | null
}

const NO_TIME: TimeCells = { utc: null, local: null, offset: null, printed: null }

function timeCells(when: When, zone: Zone): TimeCells {
  if (when.kind === 'undated') return NO_TIME
  const printed = when.local?.text ?? null
  if (when.kind === 'local') return { ...NO_TIME, local: writeWallTime(when.local.wall), printed }
  const { from } = when.span
  // Clocks were put back over this time: which of the two moments it was is not known.
  if (when.ambiguous)
    return { ...NO_TIME, local: when.local ? writeWallTime(when.local.wall) : null, printed }
  const utc = writeInstant(from)
  if (zone === UNKNOWN_ZONE) return { ...NO_TIME, utc, printed }
  return { utc, local: formatWall(from, zone), offset: `UTC${formatOffset(from, zone)}`, printed }
}

/** For the order of rows only: UTC where it is known, else the wall clock. */
function clockOf(when: When): number {
  if (when.kind === 'span') return when.span.from
  return when.kind === 'local' ? when.local.wall : -Infinity
}
