import type { Outcome, RequestSource } from '../../../evidence/kinds/usage-record.ts'
import { maskCredentials } from '../../scrub/mask.ts'

/**
 * How the console names a signed-in device as the source of a request, in both languages (docs/kimi.md#history-table).
 */
export const DEVICE = /^(?:login device|登录设备)$/i

/**
 * Call types that have been printed; only the first is published, the Chinese one is a guess
 * (docs/kimi.md#history-table).
 */
export const CALL_TYPE = /^(?:model inference|模型推理)$/i

// `Success` is the only status that is published; the others are guesses, and any other word stays "unknown"
// (docs/kimi.md#not-known).
const WORDS: readonly (readonly [RegExp, Outcome])[] = [
  [/^(?:success(?:ful)?|succeeded|ok|成功)(?![\w\p{L}])/iu, 'success'],
  [/^(?:fail(?:ed|ure)?|error|失败|错误)(?![\w\p{L}])/iu, 'failure'],
]
const HTTP_STATUS = /(?:^|[\s(:])([1-5]\d\d)(?![\w.])/

export interface RowStatus {
  readonly outcome: Outcome
  /** The HTTP status, where the text has one. */
  readonly status: number | null
  /** The status as printed; null when there is none, or only a remark in its place. */
  readonly statusText: string | null
  /** Whether this is a status that we know, or nothing at all. */
  readonly known: boolean
}

const NO_STATUS: RowStatus = { outcome: 'unknown', status: null, statusText: null, known: true }
const SUCCESS: RowStatus = { outcome: 'success', status: null, statusText: 'Success', known: true }

/** Reads what stands after the time of a row. A word that we do not know is kept, and the outcome stays unknown. */
export function readStatus(text: string): RowStatus {
  if (text === 'Success') return SUCCESS
  if (text === '') return NO_STATUS
  const http = HTTP_STATUS.exec(text)
  const status = http ? Number(http[1]) : null
  for (const [pattern, outcome] of WORDS) {
    const word = pattern.exec(text)
    if (word) return { outcome, status, statusText: word[0], known: true }
  }
  if (http && http.index === 0)
    return { outcome: outcomeOfHttp(Number(http[1])), status, statusText: text, known: true }
  const short = text.length <= 30 && text.split(/\s+/).length <= 4
  return { ...NO_STATUS, statusText: short ? maskCredentials(text) : null, known: false }
}

/** As for the console's own rows (shared/parse/console/request-row.ts). */
function outcomeOfHttp(status: number): Outcome {
  if (status >= 200 && status < 300) return 'success'
  return status >= 400 ? 'failure' : 'unknown'
}

const LOGIN_DEVICE: RequestSource = { kind: 'login_device', name: null, inferred: false }

/** Who made the request, as the table prints it: a signed-in device, or the name of an API key. */
export function readSource(text: string): RequestSource {
  if (DEVICE.test(text)) return LOGIN_DEVICE
  if (text === '' || /^(?:[-–—]+|unknown|未知)$/i.test(text))
    return { kind: 'unknown', name: null, inferred: false }
  return { kind: 'api_key', name: maskCredentials(text), inferred: false }
}
