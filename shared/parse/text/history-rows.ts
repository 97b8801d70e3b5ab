import type { Reject, UnknownField } from '../../evidence/reject.ts'
import { whenOfLocal } from '../../evidence/local-time.ts'
import { recordId, type UsageRecord } from '../../evidence/usage-record.ts'
import type { When } from '../../evidence/when.ts'
import { SECOND } from '../../time/duration.ts'
import { later } from '../../time/instant.ts'
import { span } from '../../time/span.ts'
import type { Zone } from '../../time/zone.ts'
import type { ParseContext } from '../parser.ts'
import { rejectOf } from '../reject.ts'
import { parserOf, WHOLE_LINES, type Finder } from './finder.ts'
import { refuseRow } from './half-row.ts'
import { readHistoryRow, type HistoryRow } from './history-row.ts'
import { RowOrdinals } from './row-ordinals.ts'
import type { RowMoment } from './row-time.ts'
import { readStackedRow } from './stacked-row.ts'
import { isBlank, MOST_BLANKS, type TextLines } from './text-lines.ts'

interface Refused {
  readonly index: number
  readonly reason: string
}

interface Page {
  readonly rows: readonly HistoryRow[]
  readonly refused: readonly Refused[]
  /** Index after the last line. */
  readonly to: number
}

/**
 * Finds rows of the usage history that were copied from the console, up to the next line that is none. One stretch of
 * rows is one page: blank lines do not end it, words between two rows do, since nobody knows what was left out there.
 */
export const findHistoryRows: Finder = (lines, from, { piece, rowsFrom }) => {
  const page = readPage(lines, from)
  if (!page) return null
  const context = page.rows.length > 0 ? rowsFrom(lines.lineOf(from)) : piece
  const records = recordsOf(page.rows, context)
  const rejects = page.refused.map(({ index, reason }) => rejectLine(lines, index, reason, context))
  return {
    source: 'history_text',
    why: page.rows.length > 0 ? 'rows of the usage history' : 'half a row of the usage history',
    to: page.to,
    parsed: { records, rejects, unknownFields: extraCells(page.rows) },
    ...WHOLE_LINES,
  }
}

/** Reads every row of the usage history in a text. */
export const parseHistoryRows = parserOf(findHistoryRows)

function readPage(lines: TextLines, from: number): Page | null {
  const rows: HistoryRow[] = []
  const refused: Refused[] = []
  let to = from
  let before: string | null = null
  for (let index = from; index < lines.texts.length && index - to <= MOST_BLANKS;) {
    const text = lines.texts[index] ?? ''
    if (isBlank(text)) {
      index += 1
      continue
    }
    const row = readHistoryRow(text, lines.lineOf(index), before !== null)
    const stacked = row ? null : readStackedRow(lines, index, before !== null)
    const read = row ?? stacked?.row
    if (read && read.wall !== null) {
      rows.push(read)
      before = text
    } else {
      const reason = refuseRow(text, index === to ? before : null, isLast(lines, index))
      if (reason === null) break
      refused.push({ index, reason })
    }
    index = stacked?.to ?? index + 1
    to = index
  }
  return to > from ? { rows, refused, to } : null
}

const isLast = (lines: TextLines, index: number) => lines.texts.slice(index + 1, index + 20).every(isBlank)

const rejectLine = (lines: TextLines, index: number, reason: string, context: ParseContext): Reject =>
  rejectOf(context, { line: lines.lineOf(index), reason, text: lines.texts[index] ?? '' })

/** Rows of a page, newest first as the console shows them; a page that was turned round is turned back. */
function recordsOf(rows: readonly HistoryRow[], context: ParseContext): UsageRecord[] {
  const { oldestFirst, inOrder } = orderOf(rows)
  const newestFirst = oldestFirst ? rows.toReversed() : rows
  const ordinals = new RowOrdinals(inOrder)
  const records: UsageRecord[] = []
  for (const row of newestFirst) {
    const { requestId, frame } = row
    const { source, userAgent } = frame
    const when = whenOfRow(row, context.zone)
    const base = { requestId, when, source, userAgent }
    const ordinal = ordinals.next(row.wall ?? 0, base)
    if (requestId !== null && ordinal > 0) continue // one request that was copied twice
    records.push({
      id: recordId(base, ordinal),
      requestId,
      when,
      source,
      userAgent,
      callType: frame.callType,
      model: null,
      status: frame.status,
      outcome: frame.outcome,
      statusText: frame.statusText,
      origins: [{ capture: context.capture, at: `line ${row.line}` }],
    })
  }
  return records
}

/**
 * More steps towards later than towards earlier: oldest first. Clocks put back make a step or two go the other way; then
 * the page is not in order by what its clock showed.
 */
function orderOf(rows: readonly HistoryRow[]): { readonly oldestFirst: boolean; readonly inOrder: boolean } {
  let up = 0
  let down = 0
  let last = rows[0]?.wall ?? 0
  for (const { wall: printed } of rows) {
    const wall = printed ?? 0
    if (wall > last) up += 1
    if (wall < last) down += 1
    last = wall
  }
  return { oldestFirst: up > down, inOrder: up === 0 || down === 0 }
}

function whenOfRow({ text, wall, instant }: RowMoment, zone: Zone): When {
  if (instant !== null) return { kind: 'span', span: span(instant, later(instant, SECOND)) }
  return wall === null ? { kind: 'undated' } : whenOfLocal(text, wall, SECOND, zone)
}

/** Columns that were not there when this was written show as drift, by their number. */
function extraCells(rows: readonly HistoryRow[]): UnknownField[] {
  const most = rows.reduce((max, { frame }) => Math.max(max, frame.extraCells), 0)
  if (most === 0) return []
  const count = rows.filter(({ frame }) => frame.extraCells > 0).length
  return [{ source: 'history_text', path: `${most} more than the columns that are known`, count }]
}
