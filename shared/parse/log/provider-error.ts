import { readErrorBody, type ErrorContent } from '../text/errors/error-body.ts'
import { compact } from '../../evidence/errors/error-classes.ts'
import { findKnownMessage } from '../text/errors/known-messages.ts'
import { readLooseJson } from '../text/loose-json.ts'
import { keptContent } from './kept-message.ts'

/** An error as a client's log tells it: what it says, or that the log breaks off before it does. */
export type ProviderError = ErrorContent | 'cut off'

const PYTHON = /\bError code: ?([45]\d\d)\b(?: - )?/
/** More than any error body has; a longer text is not looked at. */
const LONGEST = 20_000

/**
 * Reads `Error code: 429 - {'error': {'message': …}}`, as kimi-cli writes it (docs/kimi.md#clients); null when it is
 * not there.
 */
export function readPythonError(text: string): ProviderError | null {
  const match = PYTHON.exec(text)
  if (!match) return null
  return readSaid(text.slice(match.index + match[0].length, match.index + LONGEST), Number(match[1]))
}

/**
 * Reads the message of an error as kimi-code writes it: `429 We're receiving…`, or `429 {"error": {…}}`. `status` is what
 * stands beside it, if anything does.
 */
export function readNodeError(message: string, status: number | null): ProviderError {
  const [prefix = '', digits] = /^\s*([45]\d\d)\b[\s:-]*/.exec(message) ?? []
  const said = status ?? (digits === undefined ? null : Number(digits))
  return readSaid(message.slice(prefix.length, LONGEST), said)
}

function readSaid(text: string, status: number | null): ProviderError {
  if (!text.startsWith('{')) return keptContent({ message: text, type: null, status })
  const read = readLooseJson(text, 0)
  if (read.problem === null)
    return keptContent(readErrorBody(read.value, status) ?? { message: '', type: null, status })
  // Cut off; a message that stands in what is left and that we know is as good as whole.
  return findKnownMessage(compact(text)) ? keptContent({ message: text, type: null, status }) : 'cut off'
}
