import type { RawCapture } from '../../evidence/kinds/capture.ts'
import type { Reason } from '../../evidence/sentences/reasons.ts'
import type { DetectedPiece } from '../detect.ts'
import { excerptOfValue } from '../scrub/excerpt.ts'
import { fieldOf } from './json-object.ts'
import type { JsonContext } from './json-pieces.ts'
import { NO_CLAIM, readJsonValue, type JsonReading } from './json-value.ts'
import { isRawCapture, readRawCaptureLine } from '../captures/raw-capture-lines.ts'
import { isDeeperThan } from './json-depth.ts'
import { parseJson } from './parse-json.ts'
import { rejectOf } from '../reject.ts'
import { TEXT_SOURCES } from '../text-sources.ts'
import { isKimis } from '../text/errors/error-record.ts'
import { joinParsed, WHOLE_LINES } from '../text/finder.ts'
import { plainSpaces, type TextLines } from '../text/text-lines.ts'

/**
 * Reads an input that is one JSON text from end to end; null when it is none, or a line of a log. Its pieces are then
 * found like those of any text.
 */
export function readWholeJson(
  raw: RawCapture,
  lines: TextLines,
  context: JsonContext,
): DetectedPiece[] | null {
  const body = plainSpaces(raw.body)
  if (!/^\s*[{[]/.test(body)) return null
  const value = parseJson(body)
  if (value === undefined || isLogLine(lines)) return null
  if (isDeeperThan(body, DEEPEST)) return [whole(refused('nested too deep', null, context), lines)]
  const reading = readCaptures(value, context) ?? readValue(value, raw, context)
  return [whole(reading, lines)]
}

/** Far deeper than any answer or bundle: what walks through a value must not run out of stack. */
const DEEPEST = 500

const whole = (reading: JsonReading, lines: TextLines): DetectedPiece => ({
  ...reading,
  from: 0,
  to: lines.texts.length,
  ...WHOLE_LINES,
})

const isLogLine = (lines: TextLines) =>
  TEXT_SOURCES.some(
    (source) => source.recognise(lines.texts.find((text) => text.trim() !== '') ?? '') !== null,
  )

function readCaptures(value: unknown, context: JsonContext): JsonReading | null {
  const captures = (Array.isArray(value) ? value : [value]).filter(isRawCapture)
  const readings = captures.map((capture: unknown): JsonReading => {
    const json = JSON.stringify(capture)
    const raw = readRawCaptureLine(json, context.piece.input)
    return 'reason' in raw ? refused(raw.reason, capture, context) : context.readCapture(raw, 1)
  })
  const [first] = readings
  return first ? { ...first, parsed: joinParsed(readings.map((reading) => reading.parsed)) } : null
}

function readValue(value: unknown, raw: RawCapture, context: JsonContext): JsonReading {
  const piece = { value, at: '$', line: null }
  const reading = readJsonValue(piece, context, {
    ...NO_CLAIM,
    source: raw.source,
    isKimis: () => raw.source !== null || isKimis(raw.body),
  })
  if (reading) return reading
  const schema = fieldOf(value, 'schema')
  if (typeof schema === 'string' && schema.startsWith('quotascope/bundle@'))
    return { source: 'bundle', why: 'its schema is that of a bundle', parsed: {} }
  return refused(
    typeof schema === 'string' && schema.startsWith('quotascope/report@')
      ? 'a report is what evidence says, not evidence: import the files or the bundle that it was made of'
      : 'JSON that is none of the bodies that are known',
    value,
    context,
  )
}

function refused(reason: Reason, value: unknown, context: JsonContext): JsonReading {
  const reject = rejectOf(context.piece, { path: '$', reason, text: excerptOfValue(value) })
  return { source: 'unrecognised', why: reason, parsed: { rejects: [reject] } }
}
