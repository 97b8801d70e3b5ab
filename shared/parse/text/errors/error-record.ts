import { UNDATED, type When } from '../../../evidence/when.ts'
import type { TimeContext } from '../../parser.ts'
import { whenBeside, whenOfLine, whenOfTimeLine } from './error-times.ts'
import {
  beginningLines,
  indexesOf,
  linesAbove,
  linesBelow,
  LONGEST_RECORD,
  someOf,
  timeLines,
  type LineRange,
} from './labelled-lines.ts'
import { holdsType, statusBeside, typeBeside, type Around } from '../rows/statuses.ts'
import { oncePerLine, type LineQuestion } from '../once-per-line.ts'
import { isBlank, type TextLines } from '../text-lines.ts'

/** Where an error stands: its lines, and the columns at which it begins on the first and ends on the last of them. */
export interface ErrorPlace {
  readonly from: number
  /** After its last line. */
  readonly to: number
  readonly fromColumn: number
  readonly toColumn: number
}

/** What the record in which an error stands says beside it. */
export interface Beside {
  readonly status: number | null
  readonly type: string | null
  readonly when: When
}

export const NOTHING_BESIDE: Beside = { status: null, type: null, when: UNDATED }

/** Of its own lines so much is looked at, before and after it: a line may be a whole file. */
const HEAD = 200
const NEAR = 1_000

/**
 * Reads status, type and time of an error wherever they stand in its record: on its own lines, on labelled lines right
 * above and below (`Time: …`), in the head of an HTTP answer above its body, or at the beginning of the entry that its
 * lines, being indented, go on with. What the error itself has told is not looked for.
 */
export function readBeside(
  lines: TextLines,
  place: ErrorPlace,
  times: TimeContext,
  told: Omit<Beside, 'when'> = NOTHING_BESIDE,
): Beside {
  const own = aroundOf(lines, place)
  const above = linesAbove(lines, place.from)
  const below = linesBelow(lines, place.to)
  // What stands nearer counts: lines below end where they begin to be another record's.
  const tells = (what: LineQuestion<boolean>) => someOf(above, what(lines)) || someOf(below, what(lines))
  const labelled = (): Around => ({ lead: linesThatTell(lines, above), tail: linesThatTell(lines, below) })
  return {
    status: told.status ?? statusBeside(own) ?? (tells(statusLines) ? statusBeside(labelled()) : null),
    type: told.type ?? typeBeside(own) ?? (tells(typeLines) ? typeBeside(labelled()) : null),
    when: whenOfRecord(own, above, below, times, lines, place),
  }
}

// Its hosts, models and providers, types of errors that only its services give, and what only its clients write.
const KIMIS =
  /kimi|moonshot|\bk2(?:p\d|\.\d|-)|access_terminated_error|rate_limit_reached_error|engine_overloaded_error|exceeded_current_quota_error|LLM provider error|(?:\[|failed to run prompt: )provider\.\w/i

/** Whether something in a text shows that Kimi or a client of Kimi's says it. Others word their errors alike. */
export const isKimis = (text: string): boolean => KIMIS.test(text.slice(0, 4_000))

const kimisLines = oncePerLine(isKimis)

/** Whether something on the line of an error, or on labelled lines beside it, shows it. */
export function isKimisRecord(lines: TextLines, from: number, to = from + 1): boolean {
  const isKimisLine = kimisLines(lines)
  return (
    isKimisLine(from) ||
    someOf(linesAbove(lines, from), isKimisLine) ||
    someOf(linesBelow(lines, to), isKimisLine)
  )
}

/** A status alone at the end of a line, after which the message was broken off. */
const ENDS_IN_STATUS = /(?:^|[^\w.:/#-])[45]\d\d[^\w\n]{0,4}$/

function aroundOf({ texts }: TextLines, { from, to, fromColumn, toColumn }: ErrorPlace): Around {
  const line = (texts[from] ?? '').slice(0, fromColumn)
  const above = /^\W{0,8}$/.test(line) ? (texts[from - 1] ?? '').slice(-NEAR) : ''
  const lead = ENDS_IN_STATUS.test(above) ? `${above}\n${line}` : line
  return {
    lead: lead.length > HEAD + NEAR ? `${lead.slice(0, HEAD)}\n${lead.slice(-NEAR)}` : lead,
    tail: (texts[to - 1] ?? '').slice(toColumn, toColumn + NEAR),
  }
}

function whenOfRecord(
  own: Around,
  above: LineRange,
  below: LineRange,
  times: TimeContext,
  lines: TextLines,
  place: ErrorPlace,
): When {
  const beside = whenBeside(own, times)
  if (beside.kind !== 'undated') return beside
  const upper = indexesOf(above, timeLines(lines)).toReversed()
  const lower = indexesOf(below, timeLines(lines))
  const isUpperFirst = upper.length > 0 && lower.length > 0 && timesFirst(lines, place)
  for (const index of isUpperFirst ? [...upper, ...lower] : [...lower, ...upper]) {
    const when = whenOfTimeLine(lines.texts[index] ?? '', times)
    if (when.kind !== 'undated') return when
  }
  return whenOfEntry(lines, place, times)
}

/** Labels of lines that may tell a status or type; in others a number is one of something else. */
const TELLS =
  /^[^:：=]{0,30}(?:error|status|code|http|type|response|result|reason|exception|状态|错误|报错|类型)/i
const tellingLines = oncePerLine((line) => TELLS.test(line))
const statusLines = oncePerLine((line) => TELLS.test(line) && /[45]\d\d/.test(line))
const typeLines = oncePerLine((line) => TELLS.test(line) && holdsType(line))
const linesThatTell = (lines: TextLines, range: LineRange): string =>
  indexesOf(range, tellingLines(lines))
    .map((index) => lines.texts[index] ?? '')
    .join('\n')

/**
 * Whether records that follow each other without a gap begin with their times: then a time between two errors is that of
 * the lower one.
 */
function timesFirst(lines: TextLines, { from }: ErrorPlace): boolean {
  const [isTime, isBeginning] = [timeLines(lines), beginningLines(lines)]
  for (let index = from - 1, first = false; index >= Math.max(0, from - 3 * LONGEST_RECORD); index -= 1) {
    if (isBlank(lines.texts[index] ?? '')) return first
    if (isTime(index)) first = true
    else if (isBeginning(index)) first = false
    if (index === 0) return first
  }
  return true
}

const INDENTED = /^(?:\s{2,}|\t|[│┃|] )/

/** The time of the entry that an indented error goes on with. */
function whenOfEntry({ texts }: TextLines, { from }: ErrorPlace, times: TimeContext): When {
  let index = from
  while (index > 0 && from - index < LONGEST_RECORD && INDENTED.test(texts[index] ?? '')) index -= 1
  return index === from ? UNDATED : whenOfLine(texts[index] ?? '', times)
}
