import { UNKNOWN_ZONE } from '../../../time/zone.ts'
import { beginsKimiLogEntry, readKimiLogEntry } from '../kimi-log-entry.ts'
import { readPythonError } from '../provider-error.ts'

const COMPLETED = /^LLM step completed in \d+(?:\.\d+)?s \(input=(?:\d+|\?), output=(?:\d+|\?)\)/
const RETRYING = /^Retrying \w+ for the \d+ time/
const WAITING = /Waiting \d+(?:\.\d+)? seconds\.\s*$/
const OF_PROVIDER = /\b(?:Subagent )?LLM (?:provider|API) error\b/i
const EXCEPTION = /^(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?=:|$)/
/** Everything before the message. */
const BEFORE = /^[^|]*\|[^|]*\|[^|]*?(?: \| \S*)? - /

/** An entry of kimi.log about a request, or the exception under one, without what it quotes. */
export function reduceKimiLine(line: string): string | null {
  if (!beginsKimiLogEntry(line)) return reduceException(line)
  const entry = readKimiLogEntry(line, 1, UNKNOWN_ZONE)
  if (!entry) return null
  const head = BEFORE.exec(line)?.[0]
  const message = reduceMessage(entry.message)
  return head === undefined || message === null ? null : `${head}${message}`
}

function reduceMessage(message: string): string | null {
  const completed = COMPLETED.exec(message)?.[0]
  if (completed !== undefined) return completed
  const retrying = RETRYING.exec(message)?.[0]
  if (retrying !== undefined) {
    const waiting = WAITING.exec(message)?.[0] ?? 'Waiting 0 seconds.'
    if (!message.includes('(last error: ')) return `${retrying}. ${waiting}`
    return `${retrying} (last error: ${errorText(message) ?? 'another error'}). ${waiting}`
  }
  const provider = OF_PROVIDER.exec(message)?.[0]
  const error = errorText(message)
  if (provider === undefined) return error
  return error === null ? `${provider}:` : `${provider}: ${error}`
}

function reduceException(line: string): string | null {
  const name = EXCEPTION.exec(line)?.[0]
  if (name === undefined) return null
  const error = errorText(line)
  return error === null ? `${name}:` : `${name}: ${error}`
}

/** `Error code: 429 - {…}` with the words of the service, as the client prints it; null where no refusal is told. */
function errorText(text: string): string | null {
  const error = readPythonError(text)
  if (error === null || error === 'cut off' || error.status === null) return null
  const { message, type } = error
  const body = JSON.stringify({ error: { message, ...(type !== null && { type }) } })
  return `Error code: ${error.status} - ${body}`
}
