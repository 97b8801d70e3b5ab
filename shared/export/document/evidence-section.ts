import type { Report } from '../../analyse/report.ts'
import type { ErrorObservation } from '../../evidence/error-observation.ts'
import { placeWhen } from '../../evidence/local-time.ts'
import type { Meter, QuotaSnapshot, ResetReading } from '../../evidence/quota-snapshot.ts'
import type { UsageRecord } from '../../evidence/usage-record.ts'
import type { When } from '../../evidence/when.ts'
import type { Wording } from '../../wording/wording.ts'
import type { CitedEvidence } from './cited-evidence.ts'
import { code, heading, paragraph, plain, table, type Block, type Runs } from './document.ts'

/** What support asks for: the full error text, the meters, and the history with request ids (PEERS.md 0.6). */
export function evidenceSection(cited: CitedEvidence, report: Report, wording: Wording): readonly Block[] {
  const { label } = wording
  const { errors, readings, rows } = cited
  if (errors.length + readings.length + rows.length === 0) return []
  return [
    heading(2, label('evidence')),
    ...(errors.length === 0
      ? []
      : [
          heading(3, label('errors')),
          ...errors.flatMap((each) => errorBlocks(each, cited, report, wording)),
        ]),
    ...(readings.length === 0
      ? []
      : [heading(3, label('readings')), readingsTable(readings, cited, report, wording)]),
    ...(rows.length === 0
      ? []
      : [
          heading(3, label('rows')),
          paragraph(
            plain(label('rowsChosen', { shown: String(rows.length), all: String(report.counts.records) })),
          ),
          rowsTable(rows, cited, report, wording),
        ]),
  ]
}

function errorBlocks(
  error: ErrorObservation,
  cited: CitedEvidence,
  report: Report,
  wording: Wording,
): readonly Block[] {
  const status = error.status === null ? '' : `, HTTP ${error.status}`
  const when = whenText(error.when, report, wording)
  return [
    paragraph(
      plain(`${cited.numberOf(error.id) ?? ''}: ${when}${status}`),
      error.type === null ? [] : [...plain(', '), ...code(error.type)],
    ),
    { kind: 'verbatim', text: error.message },
  ]
}

function readingsTable(
  readings: readonly QuotaSnapshot[],
  cited: CitedEvidence,
  report: Report,
  wording: Wording,
): Block {
  const { label } = wording
  const rows = readings.map((each) => [
    plain(cited.numberOf(each.id) ?? ''),
    plain(takenText(each, report, wording)),
    code(each.source),
    plain(each.meters.map((meter) => meterText(meter, report, wording)).join('; ')),
    plain(each.cap === null ? label('notStated') : String(each.cap)),
  ])
  return table(['', label('taken'), label('source'), label('used'), label('cap')], rows)
}

/** When the analysis says that it was taken, else when it says so itself. */
function takenText(snapshot: QuotaSnapshot, report: Report, wording: Wording): string {
  const placed = report.readings.find((reading) => reading.snapshot === snapshot.id)
  return placed ? wording.span(placed.span, report.zone) : whenText(snapshot.when, report, wording)
}

function meterText({ window, usedPercent, reset }: Meter, report: Report, wording: Wording): string {
  const { label } = wording
  const used = usedPercent === null ? label('notStated') : wording.percent(usedPercent)
  const values = { window: wording.window(window), used }
  return reset === null
    ? label('meterNoReset', values)
    : label('meter', { ...values, reset: resetText(reset, report, wording) })
}

const resetText = (reset: ResetReading, { zone }: Report, wording: Wording): string =>
  reset.kind === 'at'
    ? wording.instant(reset.at, zone)
    : wording.label('resetsIn', { min: wording.duration(reset.min), max: wording.duration(reset.max) })

function rowsTable(
  rows: readonly UsageRecord[],
  cited: CitedEvidence,
  report: Report,
  wording: Wording,
): Block {
  const { label } = wording
  const cells = rows.map((row) => [
    plain(cited.numberOf(row.id) ?? ''),
    plain(whenText(row.when, report, wording)),
    row.requestId === null ? plain(label('notStated')) : code(row.requestId),
    sourceRuns(row, wording),
    code(row.userAgent ?? ''),
    code(row.model ?? ''),
    plain([row.status, row.statusText ?? row.outcome].filter((each) => each !== null).join(' ')),
  ])
  const head = ['time', 'requestId', 'source', 'client', 'model', 'status'] as const
  return table(['', ...head.map((name) => label(name))], cells)
}

function sourceRuns({ source }: UsageRecord, wording: Wording): Runs {
  if (source.kind === 'login_device') return plain(wording.label('loginDevice'))
  return source.name === null ? plain(wording.label('notStated')) : code(source.name)
}

function whenText(when: When, { zone }: Report, wording: Wording): string {
  const placed = placeWhen(when, zone)
  if (placed.kind === 'span') return wording.span(placed.span, zone)
  return placed.kind === 'local' ? wording.wall(placed.local.wall) : wording.label('notDated')
}
