import type { RawCapture } from '../../evidence/kinds/capture.ts'
import type { Reason } from '../../evidence/sentences/reasons.ts'
import { excerptOfValue } from '../scrub/excerpt.ts'
import { parseJson } from './parse-json.ts'
import { readJsonValue, type JsonClaim, type JsonReading } from './json-value.ts'
import { isRawCapture, readRawCaptureLine } from '../captures/raw-capture-lines.ts'
import { rejectOf } from '../reject.ts'
import { WHOLE_LINES, type Finder, type FinderContext, type Found } from '../text/finder.ts'
import { isKimis, isKimisRecord, readBeside } from '../text/errors/error-record.ts'
import { readLooseJson, type LooseRead } from '../text/loose-json.ts'
import { isBlank, isFence, type TextLines } from '../text/text-lines.ts'

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

/** A brace after which no name follows is that of no object: seen at once, since a text of braces has one on each line. */
const NO_OBJECT = /\[?\s*\{\s*[^\s"'“‘”’}.…/]/y

/** After so many braces on a line that begin nothing, the rest of it is taken for prose. */
const MAX_FAILED = 40

/** Finds JSON bodies in a text, complete or not: what is surely one of ours and cannot be read is refused. */
export function findJson(readCapture: JsonContext['readCapture']): Finder {
  // What is nested too deep is given up with all that was open when that was seen: tried again from the bracket after the
  // first, it would be as deep, and a text of opening brackets would be read as often as anything can be nested.
  let deep = { text: '', end: 0 }
  return (lines, from, context, column = 0) => {
    const line = lines.texts[from] ?? ''
    if (line.indexOf('{', column) === -1 && line.indexOf('[', column) === -1) return null
    const { text, startOf } = lines.joined()
    let next = column
    let failed = 0
    for (const index of opensFrom(line, column)) {
      if (index < next) continue
      if (deep.text === text && startOf(from) + index < deep.end) continue
      NO_OBJECT.lastIndex = startOf(from) + index
      if (NO_OBJECT.test(text)) {
        if ((failed += 1) === MAX_FAILED) return null
        continue
      }
      const read = readLine(line, index, startOf(from)) ?? readLooseJson(text, startOf(from) + index)
      if (read.problem === null && isEmpty(read.value)) {
        next = read.end - startOf(from)
        continue
      }
      const place = { lines, from, column: index, start: startOf(from) + index, end: read.end }
      const found =
        read.problem === null
          ? readWhole(place, read.value, { ...context, readCapture })
          : refuseBroken(place, read.problem, context)
      if (found) return found
      if (read.problem === null) next = read.end - startOf(from)
      else if ((failed += 1) === MAX_FAILED) return null
      if (read.problem === 'nested too deep') deep = { text, end: read.end }
    }
    return null
  }
}

function* opensFrom(line: string, column: number): Generator<number> {
  for (let at = column; ; at += 1) {
    OPENS.lastIndex = at // again for each: whoever asks for the next one may have looked elsewhere meanwhile
    const found = OPENS.exec(line)
    if (!found) return
    at = found.index
    yield at
  }
}

/** `{}` and `[]` say nothing, whosever they are. */
const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0

/** A line that is one JSON text, as in NDJSON: JSON.parse reads it ten times faster. */
function readLine(line: string, column: number, start: number): LooseRead | null {
  if (line.search(/\S/) !== column) return null
  const json = line.slice(column).trimEnd()
  if (!(json.endsWith('}') || json.endsWith(']'))) return null
  const value = parseJson(json)
  return value === undefined ? null : { value, end: start + column + json.length, problem: null }
}

/** Where a JSON text stands: its line and column, and its ends in the joined text. */
interface Place {
  readonly lines: TextLines
  readonly from: number
  readonly column: number
  readonly start: number
  readonly end: number
}

function readWhole(place: Place, value: unknown, context: JsonContext): Found | null {
  const { lines, from, column } = place
  const { text, startOf, indexAt } = lines.joined()
  const json = text.slice(place.start, place.end)
  const endIndex = indexAt(place.end - 1)
  const line = lines.lineOf(from)
  const here = { to: endIndex + 1, fromColumn: column, toColumn: place.end - startOf(endIndex) }
  if (isRawCapture(value)) {
    const raw = readRawCaptureLine(json, context.piece.input)
    if ('reason' in raw) return refused(place, endIndex + 1, raw.reason, json, context)
    return { ...here, ...context.readCapture(raw, line) }
  }
  const claim: JsonClaim = {
    source: null,
    beside: () => readBeside(lines, { from, ...here }, context.piece),
    isKimis: () => isKimis(json) || isKimisRecord(lines, from, here.to),
  }
  const reading = readJsonValue({ value, at: `line ${line}`, line }, context, claim)
  if (reading) return { ...here, ...reading }
  if (!SURELY_OURS.test(json)) return null
  const reason = 'JSON that is none of the bodies that are known'
  const reject = rejectOf(context.piece, { line, reason, text: excerptOfValue(value) })
  return { ...here, source: 'unrecognised', why: reason, parsed: { rejects: [reject] } }
}

/** What was read of it before it broke must be ours; the lines that go on with it are given up with it. */
function refuseBroken(place: Place, problem: Reason, context: FinderContext): Found | null {
  const { text, indexAt } = place.lines.joined()
  const read = text.slice(place.start, place.end + 1)
  if (!MAYBE_OURS.test(read)) return null
  const to = endOfBroken(place.lines, indexAt(Math.max(place.start, place.end - 1)))
  return refused(place, to, `this JSON cannot be read: ${problem}`, read, context)
}

/** Finds the rest of a body whose beginning was not copied: nothing in it can be trusted to be whole. */
export const findJsonRest: Finder = (lines, from, context) => {
  const line = lines.texts[from] ?? ''
  if (!/^[\s\w"'“‘”’}\],:.…-]*$/.test(line.slice(0, 20)) || !SURELY_OURS.test(line)) return null
  const to = endOfBroken(lines, from)
  return refused({ lines, from, column: 0 }, to, 'a part of a JSON body without its beginning', line, context)
}

function refused(
  { lines, from, column }: Pick<Place, 'lines' | 'from' | 'column'>,
  to: number,
  reason: Reason,
  text: string,
  context: FinderContext,
): Found {
  const reject = rejectOf(context.piece, { line: lines.lineOf(from), reason, text })
  return {
    source: 'unrecognised',
    why: reason,
    to,
    parsed: { rejects: [reject] },
    ...WHOLE_LINES,
    fromColumn: column,
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
