import type { RawCapture } from '../evidence/capture.ts'
import { excerptOfValue } from './excerpt.ts'
import { NO_CLAIM, readJsonValue, type JsonReading } from './json-value.ts'
import { isRawCapture, readRawCaptureLine } from './raw-capture-lines.ts'
import { rejectOf } from './reject.ts'
import { WHOLE_LINES, type Finder, type FinderContext, type Found } from './text/finder.ts'
import { whenOfLine } from './text/line-date.ts'
import { readLooseJson } from './text/loose-json.ts'
import { isBlank, isFence, type TextLines } from './text/text-lines.ts'

export interface JsonContext extends FinderContext {
  /** Reads a capture that stands on a line of this input. */
  readonly readCapture: (raw: RawCapture, line: number) => JsonReading
}

// A brace that JSON, or what people make of it, may begin with.
const OPENS = /\{(?=\s*(?:["'“‘”’}…]|\.{3}|\n|$))|\[(?=\s*(?:[{[]|\n|$))/g

const NAMES_OF_OURS =
  'limits|resetTime|reset_time|resetAt|reset_at|requestTime|request_time|httpStatusCode|used_ratio|usedRatio|ratelimitCode\\w*|limit_(?:5h|7d|month)\\w*|subscriptionBalance|boosterWallets?|booster_wallet|timeUnit|totalQuota'
/** Names that only our bodies have; others, such as `usage` and `error`, stand in much that is none of them. */
const SURELY_OURS = new RegExp(`["'“‘”’](?:${NAMES_OF_OURS})["'”’“‘]\\s*:`)
const MAYBE_OURS = new RegExp(
  `["'“‘”’](?:${NAMES_OF_OURS}|usages?|requests|error|parallel|remaining)["'”’“‘]\\s*:`,
)
/** A line that may be in the middle of a JSON text. */
const INSIDE = /^\s*(?:["'“‘”’{}[\],.…]|-?\d[\d.]*,?\s*$)|["'”’]\s*:/

/** Finds JSON bodies in a text, complete or not: what is surely one of ours and cannot be read is refused. */
export const findJson =
  (readCapture: JsonContext['readCapture']): Finder =>
  (lines, from, context, column = 0) => {
    const line = lines.texts[from] ?? ''
    if (!/[{[]/.test(line.slice(column))) return null
    const { text, startOf } = lines.joined()
    OPENS.lastIndex = 0
    for (const open of line.matchAll(OPENS)) {
      if (open.index < column) continue
      const found = readAt(
        lines,
        startOf(from) + open.index,
        from,
        open.index,
        { ...context, readCapture },
        text,
      )
      if (found) return found
    }
    return null
  }

function readAt(
  lines: TextLines,
  start: number,
  from: number,
  column: number,
  context: JsonContext,
  text: string,
): Found | null {
  const read = readLooseJson(text, start)
  const line = lines.lineOf(from)
  const endIndex = lines.joined().indexAt(Math.max(start, read.end - 1))
  if (read.problem !== null) {
    const to = endOfBroken(lines, endIndex)
    const broken = text.slice(start, lines.joined().startOf(to))
    if (!MAYBE_OURS.test(broken)) return null
    return refused(lines, from, to, `this JSON cannot be read: ${read.problem}`, broken, column, context)
  }
  const place = {
    to: endIndex + 1,
    fromColumn: column,
    toColumn: read.end - lines.joined().startOf(endIndex),
  }
  if (isRawCapture(read.value)) {
    const raw = readRawCaptureLine(text.slice(start, read.end), context.piece.input)
    if ('reason' in raw)
      return refused(lines, from, endIndex + 1, raw.reason, text.slice(start, read.end), column, context)
    return { ...place, ...context.readCapture(raw, line) }
  }
  const status = /(?<!\d)([45]\d\d)\D{0,12}$/.exec((lines.texts[from] ?? '').slice(0, column))?.[1]
  const when = whenOfLine(lines.texts[from] ?? '', context.piece.zone)
  const claim = { ...NO_CLAIM, status: status === undefined ? null : Number(status), when }
  const reading = readJsonValue({ value: read.value, at: `line ${line}`, line }, context, claim)
  if (reading) return { ...place, ...reading }
  if (!SURELY_OURS.test(text.slice(start, read.end))) return null
  const reason = 'JSON that is none of the bodies that are known'
  const reject = rejectOf(context.piece, { line, reason, text: excerptOfValue(read.value) })
  return { ...place, source: 'unrecognised', why: reason, parsed: { rejects: [reject] } }
}

/** Finds the rest of a body whose beginning was not copied: nothing in it can be trusted to be whole. */
export const findJsonRest: Finder = (lines, from, context) => {
  const line = lines.texts[from] ?? ''
  if (!/^[\s\w"'“‘”’}\],:.…-]*$/.test(line.slice(0, 20)) || !SURELY_OURS.test(line)) return null
  const to = endOfBroken(lines, from)
  return refused(lines, from, to, 'a part of a JSON body without its beginning', line, 0, context)
}

function refused(
  lines: TextLines,
  from: number,
  to: number,
  reason: string,
  text: string,
  fromColumn: number,
  context: FinderContext,
): Found {
  const reject = rejectOf(context.piece, { line: lines.lineOf(from), reason, text })
  return {
    source: 'unrecognised',
    why: reason,
    to,
    parsed: { rejects: [reject] },
    ...WHOLE_LINES,
    fromColumn,
  }
}

/** The index after the lines that go on with a JSON text, from the one on which reading stopped. */
function endOfBroken(lines: TextLines, stopped: number): number {
  let to = stopped + 1
  while (to < lines.texts.length) {
    const text = lines.texts[to] ?? ''
    if (isBlank(text) || isFence(text) || !INSIDE.test(text)) break
    to += 1
  }
  return to
}
