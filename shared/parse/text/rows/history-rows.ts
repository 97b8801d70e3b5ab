import type { Reject, UnknownField } from '../../../evidence/kinds/reject.ts'
import { whenOfLocal, whenSetBack } from '../../../evidence/local-time.ts'
import { recordIds } from '../../../evidence/record-ids.ts'
import type { Sentence } from '../../../evidence/sentences/sentence.ts'
import { type UsageRecord, rowKey, type RowKey } from '../../../evidence/kinds/usage-record.ts'
import type { When } from '../../../evidence/when.ts'
import { SECOND } from '../../../time/duration.ts'
import { later } from '../../../time/instant.ts'
import { span } from '../../../time/span.ts'
import type { WallTime } from '../../../time/wall.ts'
import type { Zone } from '../../../time/zone.ts'
import type { ParseContext } from '../../parser.ts'
import { rejectOf } from '../../reject.ts'
import { WHOLE_LINES, type Finder, type FinderContext } from '../finder.ts'
import { refuseRow } from './half-row.ts'
import { readHistoryRow, type HistoryRow } from './history-row.ts'
import type { RowFrame } from './row-frame.ts'
import { RowPatterns } from './row-pattern.ts'
import type { RowMoment } from './row-time.ts'
import { setBacksIn } from './set-back.ts'
import { readStackedRow } from './stacked-row.ts'
import { isBlank, MAX_BLANKS, type TextLines } from '../text-lines.ts'

interface Refused {
  readonly index: number
  readonly reason: Sentence
}

/** A record that has everything but its id, which is made for all of a page at once. */
type Draft = Omit<UsageRecord, 'id'> & { id: string }

interface Page {
  readonly drafts: readonly Draft[]
  /** What each of them showed as its time. */
  readonly walls: readonly WallTime[]
  readonly refused: readonly Refused[]
  readonly unknownFields: readonly UnknownField[]
  /** Index after the last line. */
  readonly to: number
  /** Of the rows; of the input where there is none. */
  readonly context: ParseContext
}

/**
 * Finds rows of the usage history that were copied from the console, up to the next line that is none. One stretch of
 * rows is one page: blank lines do not end it, words between two rows do, since nobody knows what was left out there.
 */
export const findHistoryRows: Finder = (lines, from, context) => {
  const page = readPage(lines, from, context)
  if (!page) return null
  const records = recordsOf(page)
  const rejects = page.refused.map(({ index, reason }) => rejectLine(lines, index, reason, page.context))
  return {
    source: 'history_text',
    why: records.length > 0 ? 'rows of the usage history' : 'half a row of the usage history',
    to: page.to,
    parsed: { records, rejects, unknownFields: page.unknownFields },
    ...WHOLE_LINES,
  }
}

function readPage(lines: TextLines, from: number, { piece, rowsFrom }: FinderContext): Page | null {
  const drafts: Draft[] = []
  const walls: WallTime[] = []
  const refused: Refused[] = []
  const extra = new ExtraCells()
  const patterns = new RowPatterns()
  let context: ParseContext | null = null
  let to = from
  let before: string | null = null
  for (let index = from; index < lines.texts.length && index - to <= MAX_BLANKS;) {
    const text = lines.texts[index] ?? ''
    if (isBlank(text)) {
      index += 1
      continue
    }
    const line = lines.lineOf(index)
    const alike = patterns.read(text, line)
    const row = alike ?? readHistoryRow(text, line, before !== null)
    const stacked = row ? null : readStackedRow(lines, index, before !== null)
    const read = row ?? stacked?.row
    if (read && read.wall !== null) {
      if (row && !alike) patterns.learn(text, row)
      context ??= rowsFrom(lines.lineOf(from))
      drafts.push(draftOf(read, context))
      walls.push(read.wall)
      extra.count(read.frame)
      before = text
    } else {
      const reason = refuseRow(text, index === to ? before : null, isLast(lines, index))
      if (reason === null) break
      refused.push({ index, reason })
    }
    index = stacked?.to ?? index + 1
    to = index
  }
  if (to === from) return null
  return { drafts, walls, refused, unknownFields: extra.list(), to, context: context ?? piece }
}

const draftOf = (row: HistoryRow, { capture, zone }: ParseContext): Draft => ({
  id: '',
  requestId: row.requestId,
  when: whenOfRow(row, zone),
  source: row.frame.source,
  userAgent: row.frame.userAgent,
  callType: row.frame.callType,
  model: null,
  status: row.frame.status,
  outcome: row.frame.outcome,
  statusText: row.frame.statusText,
  origins: [{ capture, at: `line ${row.line}` }],
})

const isLast = (lines: TextLines, index: number) => lines.texts.slice(index + 1, index + 20).every(isBlank)

const rejectLine = (lines: TextLines, index: number, reason: Sentence, context: ParseContext): Reject =>
  rejectOf(context, { line: lines.lineOf(index), reason, text: lines.texts[index] ?? '' })

/** Rows of a page, newest first as the console shows them; a page that was turned round is turned back. */
function recordsOf(page: Page): UsageRecord[] {
  const { oldestFirst, inOrder } = orderOf(page.walls)
  const walls = oldestFirst ? page.walls.toReversed() : page.walls
  const sides = inOrder ? [] : setBacksIn(walls)
  const drafts = (oldestFirst ? page.drafts.toReversed() : page.drafts).map((draft, index) => {
    const side = sides[index]
    return side ? { ...draft, when: whenSetBack(draft.when, side) } : draft
  })
  const numbers = new RowOrdinals(inOrder)
  const records: Draft[] = []
  const ordinals: number[] = []
  drafts.forEach((draft, index) => {
    const ordinal = numbers.next(walls[index] ?? 0, draft)
    if (draft.requestId !== null && ordinal > 0) return // one request that was copied twice
    records.push(draft)
    ordinals.push(ordinal)
  })
  const ids = recordIds(records, ordinals)
  records.forEach((record, index) => {
    record.id = ids[index] ?? ''
  })
  return records
}

/**
 * More steps towards later than towards earlier: oldest first. Clocks put back make a step or two go the other way; then
 * the page is not in order by what its clock showed.
 */
function orderOf(walls: readonly WallTime[]): { readonly oldestFirst: boolean; readonly inOrder: boolean } {
  let up = 0
  let down = 0
  let last = walls[0] ?? 0
  for (const wall of walls) {
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
class ExtraCells {
  private rows = 0
  private most = 0

  count({ extraCells }: RowFrame): void {
    if (extraCells > 0) this.rows += 1
    this.most = Math.max(this.most, extraCells)
  }

  list(): UnknownField[] {
    if (this.rows === 0) return []
    const path = `${this.most} more than the columns that are known`
    return [{ source: 'history_text', path, count: this.rows }]
  }
}

type OrdinalRow = RowKey & { readonly requestId: string | null }

/**
 * Numbers the rows of a page that nothing tells apart: 0 for the first of its kind, 1 for the next. Equal rows are of
 * one second. On a page in order they follow each other, so that only the last second has to be remembered.
 */
class RowOrdinals {
  private second: number | null = null
  private lone: OrdinalRow | null = null
  private counts = new Map<string, number>()

  constructor(private readonly inOrder: boolean) {}

  next(second: number, row: OrdinalRow): number {
    if (this.inOrder && second !== this.second) {
      // Most rows are alone in their second; their key is not made, since it would not be looked at.
      this.second = second
      this.lone = row
      if (this.counts.size > 0) this.counts = new Map()
      return 0
    }
    if (this.lone) this.counts.set(keyOf(this.lone), 1)
    this.lone = null
    const key = keyOf(row)
    const ordinal = this.counts.get(key) ?? 0
    this.counts.set(key, ordinal + 1)
    return ordinal
  }
}

const keyOf = (row: OrdinalRow) => row.requestId ?? rowKey(row)
