import type { Concluded } from '../analyse/analysis.ts'
import { listErrors, type ListedError } from '../analyse/views/error-list.ts'
import { inOrder, listedTime, type ListedTime } from '../analyse/views/listed-time.ts'
import { listReadings, type ListedReading } from '../analyse/views/reading-list.ts'
import { productOf } from '../evidence/kinds/error-observation.ts'
import { installationLabel } from '../evidence/installation.ts'
import type { Origin } from '../evidence/origin.ts'
import { isExample } from '../evidence/example.ts'
import type { Meter } from '../evidence/kinds/quota-snapshot.ts'
import type { UsageRecord } from '../evidence/kinds/usage-record.ts'
import { whoSaw, type Sight } from '../evidence/who-saw.ts'
import { formatOffset, formatWall } from '../time/format.ts'
import { writeInstant } from '../time/instant.ts'
import { writeWallTime } from '../time/wall.ts'
import { UNKNOWN_ZONE, type Zone } from '../time/zone.ts'
import { csvRow } from './csv-cell.ts'
import { meterJson } from './evidence-json.ts'

/** New columns come last: whoever reads the table by place goes on doing so. */
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
  'kind',
  'error_class',
  'message',
  'product',
  'tries',
  'window',
  'pool',
  'used_percent',
  'resets_at',
  'cap',
  'example',
  'installation',
] as const
type Column = (typeof COLUMNS)[number]

/** The cells of a line that are not empty. */
type Cells = Partial<Readonly<Record<Column, string | number | null>>>

/**
 * The usage history, every error text and every meter of every reading as CSV, newest first: UTF-8, a header, CRLF; `kind`
 * says what a line is. Local times are those of the zone; what was printed without a zone, and got none, has no UTC time and
 * keeps its local one. A reading without a time of its own has the first moment at which it can have been taken. Empty means
 * unknown. Report and evidence are both masked, or neither is.
 */
export function writeCsv({ report, evidence }: Concluded, installations: readonly Sight[] = []): string {
  const { zone } = report
  const seenBy = installationCells(installations)
  const lines = [
    ...evidence.records.map((record) =>
      lineOf(record.id, listedTime(record.when, zone), () => ({ ...rowCells(record), ...seenBy(record) })),
    ),
    ...listErrors({ report, evidence }).map((each) =>
      lineOf(each.error.id, each.time, () => ({ ...errorCells(each), ...seenBy(each.error) })),
    ),
    ...listReadings({ report, evidence }).flatMap((each) =>
      each.snapshot.meters.map((meter) =>
        lineOf(each.snapshot.id, each.time, () => ({ ...meterCells(each, meter), ...seenBy(each.snapshot) })),
      ),
    ),
  ].toSorted((a, b) => inOrder(b.time, a.time) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  return (
    csvRow(COLUMNS) +
    lines
      .map(({ id, time, cells }) => {
        const [own, times] = [cells(), timeCells(time, zone)]
        return csvRow(
          COLUMNS.map((column) => (column === 'id' ? id : (times[column] ?? own[column] ?? null))),
        )
      })
      .join('')
  )
}

/** The names of the installations that saw a piece; no cell where nobody said which there are. */
function installationCells(
  sights: readonly Sight[],
): (piece: { readonly origins: readonly Origin[] }) => Cells {
  if (sights.length === 0) return () => ({})
  const saw = whoSaw(sights)
  const labels = sights.map(({ installation }) => installationLabel(installation))
  return (piece) => ({
    installation: saw(piece)
      .map((index) => labels[index])
      .join('; '),
  })
}

/** A history may have a million rows: what is in a line is only made when it is written. */
const lineOf = (id: string, time: ListedTime, cells: () => Cells) => ({ id, time, cells })

const rowCells = (record: UsageRecord): Cells => ({
  kind: 'request',
  request_id: record.requestId,
  source: record.source.kind,
  source_name: record.source.name,
  client: record.userAgent,
  call_type: record.callType,
  model: record.model,
  status: record.status,
  outcome: record.outcome,
  printed_status: record.statusText,
})

const errorCells = ({ error, count }: ListedError): Cells => ({
  kind: 'error',
  status: error.status,
  error_class: error.errorClass,
  message: error.message,
  product: productOf(error),
  tries: count,
  ...(isExample(error) && { example: 'yes' }),
})

function meterCells({ snapshot }: ListedReading, meter: Meter): Cells {
  const { window, pool, usedPercent, resetsAt } = meterJson(meter)
  return {
    kind: 'reading',
    source: snapshot.source,
    window,
    pool,
    used_percent: usedPercent,
    resets_at: resetsAt,
    cap: snapshot.cap,
    ...(isExample(snapshot) && { example: 'yes' }),
  }
}

function timeCells({ span, local, ambiguous }: ListedTime, zone: Zone): Cells {
  const printed = { printed_time: local?.text ?? null }
  // Clocks were put back over this time: which of the two moments it was is not known.
  if (!span || ambiguous) return { ...printed, local_time: local ? writeWallTime(local.wall) : null }
  const utc = { ...printed, time_utc: writeInstant(span.from) }
  if (zone === UNKNOWN_ZONE) return utc
  return {
    ...utc,
    local_time: formatWall(span.from, zone),
    utc_offset: `UTC${formatOffset(span.from, zone)}`,
  }
}
