import type { RawCapture } from '../../evidence/kinds/capture.ts'
import { isReason } from '../../evidence/sentences/find-sentence.ts'
import type { Reason } from '../../evidence/sentences/reasons.ts'
import { readInstant } from '../../time/instant.ts'
import { readZone, UNKNOWN_ZONE } from '../../time/zone.ts'
import { isObject } from '../json/json-object.ts'
import { endOfString, endOfValue, isSpace, textOfToken } from '../json/json-token.ts'
import { quote } from '../json/leaf.ts'
import { parseJson } from '../json/parse-json.ts'
import { plausible } from '../plausible-time.ts'
import { isCaptureSource, rawCaptureSchema } from './raw-capture.schema.ts'
import type { z } from '../zod.ts'

export interface NoRawCapture {
  /** Why the line is none. */
  readonly reason: Reason
}

/** Whether a JSON value looks like a line of captures: a body, and when or from where it came. */
export const isRawCapture = (value: unknown): boolean =>
  isObject(value) &&
  Object.hasOwn(value, 'body') &&
  (Object.hasOwn(value, 'at') || Object.hasOwn(value, 'source'))

/**
 * Reads one line of NDJSON, `{"at": ISO, "source": name, "body": JSON value or text}`. The body comes
 * out as the line wrote it, byte for byte. A source that we do not know is no claim at all; the content decides
 * anyway. `input` is what rejects name where the line does not say. A time at which nothing of Kimi can have been read is none.
 */
export function readRawCaptureLine(line: string, input = 'paste'): RawCapture | NoRawCapture {
  const json = line.replace(/^\uFEFF/, '').trim()
  const value = parseJson(json)
  if (!isRawCapture(value)) return { reason: 'not a capture: a JSON object with "body" and "at" or "source"' }
  const read = rawCaptureSchema.safeParse(value)
  if (!read.success) return { reason: reasonOf(read.error) }
  const { at: text, source, via, body } = read.data
  const at = text === null || text === undefined ? null : readInstant(text)
  if (at === null && text) return { reason: `"at" is ${quote(text)}, no ISO time with a zone` }
  const zone = read.data.zone ? readZone(read.data.zone) : UNKNOWN_ZONE
  if (zone === null) return { reason: `"zone" is ${quote(read.data.zone ?? '')}, no zone that is known` }
  return {
    at: plausible(at),
    ...(zone !== UNKNOWN_ZONE && { zone }),
    via: via ?? 'api',
    input: read.data.input ?? input,
    source: isCaptureSource(source) ? source : null,
    body: typeof body === 'string' ? body : textOfField(json, 'body'),
  }
}

const reasonOf = ({ issues: [issue] }: z.ZodError): Reason =>
  issue && isReason(issue.message) ? issue.message : 'not a capture'

/** The text of what stands under a name of the outermost object; the last, as JSON.parse takes it, where it repeats. */
function textOfField(json: string, field: string): string {
  let found = ''
  for (let at = json.indexOf('"'); at < json.length && json.charAt(at) === '"';) {
    const nameEnd = endOfString(json, at)
    const name = textOfToken(json.slice(at, nameEnd))
    const start = skip(json, nameEnd, ':')
    const end = endOfValue(json, start)
    if (name === field) found = json.slice(start, end)
    at = skip(json, end, ',')
  }
  return found
}

function skip(json: string, from: number, char: string): number {
  let at = from
  while (at < json.length && (isSpace(json.charAt(at)) || json.charAt(at) === char)) at += 1
  return at
}
