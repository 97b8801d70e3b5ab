import { UNDATED, type When } from '../../../evidence/when.ts'
import type { TimeContext } from '../../parser.ts'
import { isTimeLine, whenBeside, whenOfLine, whenOfTimeLine } from './error-times.ts'
import { holdsBeginning } from './known-messages.ts'
import { statusBeside, typeBeside, type Around } from '../rows/statuses.ts'
import { isBlank, isFence, type TextLines } from '../text-lines.ts'

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
/** A record of labelled lines, or a head of HTTP, is no longer. */
const MAX_LINES = 24

/**
 * Reads status, type and time of an error wherever they stand in its record: on its own lines, on labelled lines right
 * above and below (`Time: …`), in the head of an HTTP answer above its body, or at the beginning of the entry that its
 * lines, being indented, go on with.
 */
export function readBeside(lines: TextLines, place: ErrorPlace, times: TimeContext): Beside {
  const own = aroundOf(lines, place)
  const above = linesAbove(lines, place)
  const below = linesBelow(lines, place)
  // What stands nearer counts: lines below end where they begin to be another record's.
  const labelled: Around = { lead: linesThatTell(above), tail: linesThatTell(below) }
  return {
    status: statusBeside(own) ?? statusBeside(labelled),
    type: typeBeside(own) ?? typeBeside(labelled),
    when: whenOfRecord(own, above, below, times, lines, place),
  }
}

// Its hosts, models and providers, types of errors that only its services give, and what only its clients write.
const KIMIS =
  /kimi|moonshot|\bk2(?:p\d|\.\d|-)|access_terminated_error|rate_limit_reached_error|engine_overloaded_error|exceeded_current_quota_error|LLM provider error|(?:\[|failed to run prompt: )provider\.\w/i

/** Whether something in a text shows that Kimi or a client of Kimi's says it. Others word their errors alike. */
export const isKimis = (text: string): boolean => KIMIS.test(text.slice(0, 4_000))

/** Whether something on the line of an error, or on labelled lines beside it, shows it. */
export function isKimisRecord(lines: TextLines, from: number, to = from + 1): boolean {
  const place = { from, to, fromColumn: 0, toColumn: 0 }
  return [lines.texts[from] ?? '', ...linesAbove(lines, place), ...linesBelow(lines, place)].some(isKimis)
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
  above: readonly string[],
  below: readonly string[],
  times: TimeContext,
  lines: TextLines,
  place: ErrorPlace,
): When {
  const beside = whenBeside(own, times)
  if (beside.kind !== 'undated') return beside
  const upper = above.toReversed().map((line) => whenOfTimeLine(line, times))
  const lower = below.map((line) => whenOfTimeLine(line, times))
  const named = timesFirst(lines, place) ? [...upper, ...lower] : [...lower, ...upper]
  return named.find(({ kind }) => kind !== 'undated') ?? whenOfEntry(lines, place, times)
}

// `Error: 429 …`, `**Message**: …`, `"status": 403,`, `date: Thu, …`, `< HTTP/2 403`, `时间：…`
const LABELLED =
  /^[\s>│┃|<*_"'`•-]{0,8}(?:[\p{L}][\p{L}\p{N} _./-]{0,30}["'*_`]{0,4}\s?[:：=]\s*\S|HTTP\/\d)/u
/** Labels of lines that may tell a status or type; in others a number is one of something else. */
const TELLS =
  /^[^:：=]{0,30}(?:error|status|code|http|type|response|result|reason|exception|状态|错误|报错|类型)/i
const linesThatTell = (texts: readonly string[]) => texts.filter((line) => TELLS.test(line)).join('\n')
/** `kimi-code.log:12:` is no label. */
const GREPPED = /^[\w./\\-]{1,120}:\d{1,7}[:-]/
const HTTP_HEAD = /^\W{0,12}HTTP\/\d(?:\.\d)? \d{3}\b/

/** The labelled lines right above an error, or the head of the HTTP answer whose body it is, from top to bottom. */
function linesAbove({ texts }: TextLines, { from }: ErrorPlace): readonly string[] {
  let end = from
  while (end > 0 && from - end < 3 && isGap(texts[end - 1] ?? '')) end -= 1
  let start = end
  while (start > 0 && end - start < MAX_LINES && isLabelled(texts[start - 1] ?? '')) start -= 1
  const above = texts.slice(start, end)
  if (end === from) return above
  const head = above.findLastIndex((line) => HTTP_HEAD.test(line))
  return head === -1 ? [] : above.slice(head)
}

function linesBelow({ texts }: TextLines, { to }: ErrorPlace): readonly string[] {
  let end = to
  while (end < texts.length && end - to < MAX_LINES && isLabelled(texts[end] ?? '')) end += 1
  return texts.slice(to, end)
}

/** Also the empty line that ends a head as `curl -v` prints it. */
const isGap = (line: string): boolean => isBlank(line) || isFence(line) || line.trim() === '<'

const isLabelled = (line: string): boolean =>
  line.length < 2_000 &&
  (LABELLED.test(line) || isTimeLine(line)) &&
  !GREPPED.test(line) &&
  !holdsBeginning(line)

/**
 * Whether records that follow each other without a gap begin with their times: then a time between two errors is that of
 * the lower one.
 */
function timesFirst({ texts }: TextLines, { from }: ErrorPlace): boolean {
  for (let index = from - 1, first = false; index >= Math.max(0, from - 3 * MAX_LINES); index -= 1) {
    const line = texts[index] ?? ''
    if (isBlank(line)) return first
    if (isTimeLine(line)) first = true
    else if (holdsBeginning(line)) first = false
    if (index === 0) return first
  }
  return true
}

const INDENTED = /^(?:\s{2,}|\t|[│┃|] )/

/** The time of the entry that an indented error goes on with. */
function whenOfEntry({ texts }: TextLines, { from }: ErrorPlace, times: TimeContext): When {
  let index = from
  while (index > 0 && from - index < MAX_LINES && INDENTED.test(texts[index] ?? '')) index -= 1
  return index === from ? UNDATED : whenOfLine(texts[index] ?? '', times)
}
