import type { RequestSource } from '../../evidence/usage-record.ts'
import { maskCredentials } from '../mask.ts'
import { findRowTime, type RowTime } from './row-time.ts'
import { CALL_TYPE, DEVICE, readSource, readStatus, type RowStatus } from './row-words.ts'

/** One row of the usage history as it was copied, before it has an id. */
export interface HistoryRow extends RowStatus {
  readonly requestId: string | null
  readonly source: RequestSource
  readonly userAgent: string | null
  readonly callType: string | null
  readonly time: RowTime
  /** Cells that the table had not when this was written. */
  readonly extraCells: number
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const LEADING_UUID = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?![\w-])\s*/i
// KimiCLI/1.16.0 · claude-cli/2.0.1 (external, cli) · Mozilla/5.0 (X11; Linux) Chrome/140.0 Safari/537.36
const PRODUCT = String.raw`[\w.-]+\/[\w.+-]+(?: \([^()]*\))?`
const CLIENT = new RegExp(`^${PRODUCT}(?: ${PRODUCT})*$`)
const SPACED = new RegExp(`^(.+?)\\s+(${PRODUCT}(?: ${PRODUCT})*)(?:\\s+([^/]+))?$`)
/** The longest row that can be: id, a long name, a browser's client text, call type, time and status. */
const LONGEST = 400
// What lists, tables and code spans put before and after a row.
const BEFORE = /^[\s|`*•·–-]+|^\s*\d{1,3}[.)]\s+/
const AFTER = /[\s|`*]+$/

/**
 * Reads `[request id]? source client [call type]? time [status]?`, separated by tabs, ` | ` or spaces (KIMI.md 3.5).
 * The time is the anchor: what stands before it is read as cells where there are any, else by the client's shape
 * (`product/version`). Null when the line is no row; a sentence that happens to hold a client and a time is none,
 * unless it stands among rows (`inPage`) and has their form.
 */
export function readHistoryRow(line: string, inPage: boolean): HistoryRow | null {
  if (line.length > LONGEST) return null
  const time = findRowTime(line)
  if (!time) return null
  const before = line.slice(0, time.from).replace(BEFORE, '')
  const after = line
    .slice(time.to)
    .replace(AFTER, '')
    .replace(/^[\s|`*]+/, '')
  const celled = /[\t|]/.test(before)
  const [statusText = '', ...extra] = celled ? after.split(/\s*[\t|]\s*/) : [after]
  const status = readStatus(statusText)
  const subject = celled
    ? (readCells(before) ?? readSpaced(before.replace(/[\t|]+/g, ' ')))
    : readSpaced(before)
  if (!subject || !isRow(subject, status, inPage)) return null
  const { requestId, source, userAgent, callType, extraCells } = subject
  return {
    ...status,
    requestId,
    source: readSource(source),
    userAgent: userAgent === null ? null : maskCredentials(userAgent),
    callType: callType === null ? null : maskCredentials(callType),
    time,
    extraCells: extraCells + extra.length,
  }
}

interface Subject {
  readonly requestId: string | null
  readonly source: string
  readonly userAgent: string | null
  readonly callType: string | null
  readonly extraCells: number
}

/** By position: cells say where a value is missing. */
function readCells(before: string): Subject | null {
  const cells = before.split(/[\t|]/).map((cell) => cell.trim())
  if (cells.at(-1) === '') cells.pop() // the separator before the time
  const requestId = UUID.test(cells[0] ?? '') ? (cells.shift() ?? null) : null
  if (requestId === null) while (cells[0] === '') cells.shift()
  const [source, ...rest] = cells
  if (source === undefined || (rest.length === 0 && !DEVICE.test(source))) return null
  const [client, callType, ...extra] = CALL_TYPE.test(rest[0] ?? '') ? [undefined, ...rest] : rest
  if (requestId === null && !DEVICE.test(source) && !CLIENT.test(client ?? '')) return null
  return {
    requestId,
    source,
    userAgent: textOf(client),
    callType: textOf(callType),
    extraCells: extra.length,
  }
}

const textOf = (cell: string | undefined) => (cell === undefined || /^[-–—]*$/.test(cell) ? null : cell)

function readSpaced(before: string): Subject | null {
  const requestId = LEADING_UUID.exec(before)
  const rest = before.slice(requestId?.[0].length ?? 0).trim()
  const id = requestId?.[1] ?? null
  if (DEVICE.test(rest))
    return { requestId: id, source: rest, userAgent: null, callType: null, extraCells: 0 }
  const [, source, userAgent, callType] = SPACED.exec(rest) ?? []
  if (source === undefined || userAgent === undefined || source.length > 60) return null
  return { requestId: id, source, userAgent, callType: textOf(callType?.trim()), extraCells: 0 }
}

/** An id or a signed-in device is proof enough; the name of a key could be any word of a sentence. */
function isRow({ requestId, source, callType }: Subject, status: RowStatus, inPage: boolean): boolean {
  if (/["{}<>=]/.test(source)) return false // inside a JSON string, or markup
  if (requestId !== null || DEVICE.test(source)) return true
  const short = source.split(/\s+/).length <= 5
  return short && (callType === null || CALL_TYPE.test(callType)) && (status.known || inPage)
}
