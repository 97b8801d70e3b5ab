import type { Report } from '../../analyse/report.ts'
import type { ListedError } from '../../analyse/views/error-list.ts'
import { listedTime } from '../../analyse/views/listed-time.ts'
import type { ListedReading } from '../../analyse/views/reading-list.ts'
import { isExample } from '../../evidence/example.ts'
import type { UsageRecord } from '../../evidence/kinds/usage-record.ts'
import type { When } from '../../evidence/when.ts'
import type { Wording } from '../../wording/wording.ts'
import { errorAbout, meterText, timeText } from '../evidence-text.ts'
import type { CitedEvidence } from './cited-evidence.ts'
import { code, heading, paragraph, plain, table, type Block, type Runs } from './document.ts'

/** What support asks for: the full error text, the meters, and the history with request ids (docs/kimi.md#support). */
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

/** `E1: 2026-03-02 16:19 UTC, HTTP 429, rate_limit_reached_error` and what it says, in its own words. */
function errorBlocks(
  listed: ListedError,
  cited: CitedEvidence,
  report: Report,
  wording: Wording,
): readonly Block[] {
  const { error } = listed
  const comma = wording.label('comma')
  return [
    paragraph(
      plain(
        [
          `${cited.numberOf(error.id) ?? ''}: ${errorAbout(listed, report, wording).join(comma)}`,
          wording.errorClass(error.errorClass),
        ].join(comma),
      ),
      error.type === null ? [] : [...plain(comma), ...code(error.type)],
    ),
    { kind: 'verbatim', text: error.message },
  ]
}

function readingsTable(
  readings: readonly ListedReading[],
  cited: CitedEvidence,
  report: Report,
  wording: Wording,
): Block {
  const { label } = wording
  const rows = readings.map(({ snapshot, time }) => [
    plain(cited.numberOf(snapshot.id) ?? ''),
    plain(timeText(time, report, wording) + (isExample(snapshot) ? ` (${label('example')})` : '')),
    code(snapshot.source),
    plain(snapshot.meters.map((meter) => meterText(meter, report, wording)).join(label('semicolon'))),
    plain(snapshot.cap === null ? label('notStated') : String(snapshot.cap)),
  ])
  return table(['', label('taken'), label('source'), label('used'), label('cap')], rows)
}

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

const whenText = (when: When, report: Report, wording: Wording): string =>
  timeText(listedTime(when, report.zone), report, wording)
