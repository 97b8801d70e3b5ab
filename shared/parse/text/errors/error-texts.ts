import { readErrorBody } from './error-body.ts'
import { classifyError, isWorded } from '../../../evidence/errors/error-classes.ts'
import { isKimis, isKimisRecord } from './error-record.ts'
import { findErrorSentence } from './error-sentences.ts'
import { parserOf, type Finder } from '../finder.ts'
import { foldText } from '../../../evidence/errors/folded-text.ts'
import {
  ENOUGH_OF_MESSAGE,
  foundError,
  LONGEST_MESSAGE,
  toItsEnd,
  windowFrom,
  type ErrorSpan,
} from './found-error.ts'
import { findKnownMessage, matchKnownMessage } from './known-messages.ts'
import { readLooseJson } from '../loose-json.ts'
import { findTraceback } from './traceback.ts'

// How clients print a status and then the message or body (docs/kimi.md#error-texts, #clients).
const PYTHON = /\bError code:\s*([45]\d\d)\b\s*(?:-\s*)?/
const GO = /\berror,?\s*status code:\s*([45]\d\d)\b,?\s*(?:status:[^,\n]*,\s*)?message:\s*/i
const NODE = /(?:\[|failed to run prompt: )(provider\.\w+)[\]:]\s*(?:([45]\d\d)\b\s*)?/

/**
 * Finds an error that a client printed with its status, where its words or something in its record show that it is Kimi's: `Error code: 429 - {'error': {…}}` (Python),
 * `error, status code: 429, message: …`, `[provider.auth_error] 403 …`,
 * `failed to run prompt: provider.api_error: 503 …`; and tracebacks that end in one.
 */
export const findErrorText: Finder = (lines, from, context) => {
  const line = lines.texts[from] ?? ''
  const traceback = findTraceback(lines, from, (index) => findError(lines, index, context))
  if (traceback) return traceback
  if (!/Error code|status code|(?:\[|prompt: )provider\./i.test(line)) return null
  const window = windowFrom(lines, from, 0)
  const match = [PYTHON, GO, NODE]
    .map((form) => form.exec(window.text))
    .find((found) => found && found.index < line.length)
  if (!match) return null
  const node = match[1]?.startsWith('provider.') ? match[1] : null
  const status = Number(node === null ? match[1] : (match[2] ?? NaN))
  const start = match.index + match[0].length
  const said = readSaid(window.text, start, Number.isNaN(status) ? null : status, node)
  if (!isWorded(said.content?.message ?? '') && !isKimis(window.text) && !isKimisRecord(lines, from))
    return null
  return foundError(lines, window, { ...said, from: 0, start: match.index }, context.piece)
}

const findError: Finder = (lines, from, context) =>
  findErrorText(lines, from, context) ?? findErrorSentence(lines, from, context)

/** Reads every error in a text, in whatever form. */
export const parseErrorTexts = parserOf(findError)

/** So many characters, a quote or a dash, may stand between a status and its message. */
const AFTER_STATUS = 2

/** What stands after the status: a body, a message that we know, or the rest of the line. */
function readSaid(
  window: string,
  start: number,
  status: number | null,
  node: string | null,
): Pick<ErrorSpan, 'content' | 'to'> {
  const rest = window.slice(start, start + LONGEST_MESSAGE)
  if (window.charAt(start) === '{') {
    const read = readLooseJson(window, start)
    if (read.problem === null) {
      const said = readErrorBody(read.value, status)
      return { content: said ?? { message: `Error code: ${status ?? ''}`, type: null, status }, to: read.end }
    }
    const folded = foldText(rest)
    const known = findKnownMessage(folded)
    // Cut off, but a whole message may stand in what is left.
    const message = known ? known.message : ''
    if (!known || classifyError(message, null, status) === 'other') return { content: null, to: read.end }
    return { content: { message, type: null, status }, to: start + folded.endOf(known.to) }
  }
  if (matchKnownMessage(foldText(rest.slice(0, ENOUGH_OF_MESSAGE)), AFTER_STATUS)) {
    const folded = foldText(rest)
    const known = matchKnownMessage(folded, AFTER_STATUS)
    if (known) {
      const said = toItsEnd(known.message, known.goesOn, rest, folded.endOf(known.to))
      return { content: { message: said.message, type: node, status }, to: start + said.to }
    }
  }
  const line = /^[^\n]*/.exec(rest)?.[0] ?? ''
  const message = line.trim() === '' ? `Error code: ${status ?? ''}` : line
  return {
    content: status === null && line.trim() === '' ? null : { message, type: node, status },
    to: start + line.length,
  }
}
