import type { ErrorObservation } from '../../evidence/error-observation.ts'
import type { ParseContext } from '../parser.ts'
import { rejectOf } from '../reject.ts'
import { readErrorBody, type ErrorContent } from './error-body.ts'
import { classifyError, compact } from './error-classes.ts'
import { errorOf } from './error-observation.ts'
import { parserOf, type Finder, type Found } from './finder.ts'
import { findKnownMessage, holdsBeginning, mayBeginMessage, type MessageMatch } from './known-messages.ts'
import { whenOfLine } from './line-date.ts'
import { readLooseJson } from './loose-json.ts'
import { findTraceback } from './traceback.ts'
import { isBlank, type TextLines } from './text-lines.ts'

/** A message may be wrapped over so many lines. */
const MOST_LINES = 30
const LONGEST_MESSAGE = 2_000

/** An error as it stands in a stretch of text: what it says, and where it ends. Null content: it is cut off. */
interface ErrorSpan {
  readonly content: ErrorContent | null
  readonly from: number
  readonly to: number
}

// How clients print a status and then the message or body (KIMI.md 4.1, 4.4).
const PYTHON = /\bError code:\s*([45]\d\d)\b\s*(?:-\s*)?/
const GO = /\berror,?\s*status code:\s*([45]\d\d)\b,?\s*(?:status:[^,\n]*,\s*)?message:\s*/i
const NODE = /\[(provider\.\w+)\]\s*(?:([45]\d\d)\b\s*)?/

/**
 * Finds an error that a client printed with its status: `Error code: 429 - {'error': {…}}` (Python),
 * `error, status code: 429, message: …`, `[provider.auth_error] 403 …`; and tracebacks that end in one.
 */
export const findErrorText: Finder = (lines, from, context) => {
  const line = lines.texts[from] ?? ''
  const traceback = findTraceback(lines, from, (index) => findError(lines, index, context))
  if (traceback) return traceback
  if (!/Error code|status code|\[provider\./i.test(line)) return null
  const window = paragraph(lines, from)
  const first = lines.texts[from]?.length ?? 0
  const match = [PYTHON, GO, NODE]
    .map((form) => form.exec(window))
    .find((found) => found && found.index < first)
  if (!match) return null
  const node = match[1]?.startsWith('provider.') ? match[1] : null
  const status = Number(node === null ? match[1] : (match[2] ?? NaN))
  const start = match.index + match[0].length
  const said = readSaid(window, start, Number.isNaN(status) ? null : status, node)
  return foundError(lines, from, window, { ...said, from: 0 }, context.piece)
}

/** Finds a message of the services in plain words, with or without a status before it. */
export const findErrorSentence: Finder = (lines, from, { piece }) => {
  const line = lines.texts[from] ?? ''
  if (!mayBeginMessage(line)) return null
  const window = paragraph(lines, from, 4)
  if (!holdsBeginning(window)) return null
  const match = findMessage(window, line.length)
  if (!match) return null
  const start = positionOf(window, match.from)
  if (start >= line.length) return null // it begins on a later line, and is found there
  const said = toItsEnd(match, window, positionOf(window, match.to))
  const status = /\b([45]\d\d)\W{0,4}$/.exec(window.slice(0, start))?.[1]
  const content = { message: said.message, type: null, status: status === undefined ? null : Number(status) }
  return foundError(lines, from, window, { content, from: start, to: said.to }, piece)
}

const BEFORE_ALONE = /^[\W_]*(?:error\W{0,3})?(?:[45]\d\d\W{0,3})?$/i

/** The first message that is one: common words count only where they have their line to themselves. */
function findMessage(window: string, lineLength: number): MessageMatch | null {
  const text = compact(window)
  const match = findKnownMessage(text)
  if (!match?.common) return match
  const from = positionOf(window, match.from)
  const line = window.slice(0, lineLength)
  const after = line.slice(positionOf(window, match.to))
  return BEFORE_ALONE.test(line.slice(0, from)) && /^[\W_]*$/.test(after)
    ? match
    : findKnownMessage(text, false)
}

// To the end of the sentence, the quotation or the line. A dot inside `k3.5` ends nothing.
const REST = /[^\n"“”`{}]{0,160}?(?:[.!](?=["'”’`)\]\s]|$)|[。！]|(?=["“”`{}\n]|$))/y

/** A message that goes on in words of its own, with them. */
function toItsEnd({ message, goesOn }: MessageMatch, window: string, to: number) {
  if (!goesOn) return { message, to }
  REST.lastIndex = to
  const rest = REST.exec(window)?.[0] ?? ''
  return { message: `${message}${rest}`, to: to + rest.length }
}

const findError: Finder = (lines, from, context) =>
  findErrorText(lines, from, context) ?? findErrorSentence(lines, from, context)

/** Reads every error in a text, in whatever form. */
export const parseErrorTexts = parserOf(findError)

/** The lines from one on, up to the next blank one. */
function paragraph(lines: TextLines, from: number, most = MOST_LINES): string {
  const texts = lines.texts.slice(from, from + most)
  const end = texts.findIndex(isBlank)
  return texts.slice(0, end === -1 ? most : end).join('\n')
}

/** What stands after the status: a body, a message that we know, or the rest of the line. */
function readSaid(
  window: string,
  start: number,
  status: number | null,
  node: string | null,
): Omit<ErrorSpan, 'from'> {
  const rest = window.slice(start, start + LONGEST_MESSAGE)
  if (window.charAt(start) === '{') {
    const read = readLooseJson(window, start)
    if (read.problem === null) {
      const said = readErrorBody(read.value, status)
      return { content: said ?? { message: `Error code: ${status ?? ''}`, type: null, status }, to: read.end }
    }
    // Cut off, but a whole message may stand in what is left.
    const known = findKnownMessage(compact(rest))
    const message = known ? known.message : ''
    if (!known || classifyError(message, null, status) === 'other') return { content: null, to: read.end }
    return { content: { message, type: null, status }, to: start + positionOf(rest, known.to) }
  }
  const known = findKnownMessage(compact(rest))
  if (known && known.from <= 2) {
    const said = toItsEnd(known, rest, positionOf(rest, known.to))
    return { content: { message: said.message, type: node, status }, to: start + said.to }
  }
  const line = /^[^\n]*/.exec(rest)?.[0] ?? ''
  const message = line.trim() === '' ? `Error code: ${status ?? ''}` : line
  return {
    content: status === null && line.trim() === '' ? null : { message, type: node, status },
    to: start + line.length,
  }
}

/** The position in a text before which `length` of its characters stand that are no white space. */
function positionOf(text: string, length: number): number {
  let count = 0
  let index = 0
  for (; index < text.length && count < length; index += 1) if (!/\s/.test(text.charAt(index))) count += 1
  if (length > 0) return index
  while (/\s/.test(text.charAt(index))) index += 1
  return index
}

function foundError(
  lines: TextLines,
  from: number,
  window: string,
  span: ErrorSpan,
  context: ParseContext,
): Found {
  const line = lines.lineOf(from)
  const inside = window.slice(0, span.to)
  const to = from + inside.split('\n').length
  const toColumn = inside.length - (inside.lastIndexOf('\n') + 1)
  const place = { source: 'error_text', to, fromColumn: span.from, toColumn } as const
  if (span.content === null) {
    const reject = rejectOf(context, {
      line,
      reason: 'the error text is cut off before it says what is wrong',
      text: window,
    })
    return { ...place, why: 'an error text that is cut off', parsed: { rejects: [reject] } }
  }
  const when = whenOfLine(lines.texts[from] ?? '', context.zone)
  const error: ErrorObservation = errorOf(span.content, `line ${line}`, context, when)
  return { ...place, why: `an error text: ${error.errorClass}`, parsed: { errors: [error] } }
}
