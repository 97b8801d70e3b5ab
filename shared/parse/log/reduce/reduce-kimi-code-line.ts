import { readKimiCodeEntry } from '../kimi-code/kimi-code-entry.ts'
import { readNodeError } from '../provider-error.ts'
import type { ReducedLine } from './reduced-line.ts'

const MESSAGES: ReadonlySet<string> = new Set([
  'llm request',
  'llm response',
  'llm request failed',
  'llm request failed; retrying indefinitely (KIMI_CODE_INFINITE_RETRY)',
  'llm config',
])
/** Pairs whose values are numbers or names that the client or the service gives. */
const KEPT: ReadonlySet<string> = new Set(
  (
    'turnStep attempt model modelAlias provider errorName statusCode ttftMs streamDurationMs outputTokens ' +
    'requestBuildMs serverFirstTokenMs serverDecodeMs clientConsumeMs'
  ).split(' '),
)
const PLAIN = /^[\w./:@+-]{1,120}$/
// 2026-06-15T05:32:08.722Z WARN
const HEAD = /^\d{4}-\d\d-\d\dT[\d:.]{8,20}Z [A-Z]{4,5} {1,2}/

/** An entry of kimi-code.log about a request, with the pairs that are read. One that is cut off is left out. */
export function reduceKimiCodeLine(line: string): ReducedLine | null {
  const start = line.includes(' llm ') ? HEAD.exec(line)?.[0] : undefined
  const entry = start === undefined ? null : readKimiCodeEntry(line)
  if (!entry || entry.cut !== null || !MESSAGES.has(entry.message)) return null
  const pairs = [...entry.pairs].flatMap(([name, value]) => {
    if (KEPT.has(name)) return PLAIN.test(value) ? [`${name}=${value}`] : []
    return name === 'errorMessage'
      ? [`errorMessage=${messageText(value, entry.pairs.get('statusCode'))}`]
      : []
  })
  const head = `${start}${entry.message}`
  return {
    text: pairs.length === 0 ? head : `${head}  ${pairs.join(' ')}`,
    isHead: entry.message === 'llm config',
  }
}

function messageText(value: string, status: string | undefined): string {
  const number = status !== undefined && /^[45]\d\d$/.test(status) ? Number(status) : null
  const error = readNodeError(value, number)
  return JSON.stringify(error === 'cut off' ? '' : `${error.status ?? ''} ${error.message}`.trim())
}
