import { readRowFrame, type RowFrame } from './row-frame.ts'
import { findRowTime, type RowMoment } from './row-time.ts'
import { CALL_TYPE } from './row-words.ts'

/** One row of the usage history as it was copied, before it has an id. */
export interface HistoryRow extends RowMoment {
  readonly requestId: string | null
  /** All else, which many rows have alike. */
  readonly frame: RowFrame
  readonly line: number
}

/** The longest row that can be: id, a long name, a browser's client text, call type, time and status. */
const LONGEST = 400
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
export const UUID_LENGTH = 36

export const isUuid = (text: string): boolean => UUID.test(text)

/**
 * Reads `[request id]? source client [call type]? time [status]?`, separated by tabs, ` | ` or spaces
 * (docs/kimi.md#history-table). The time is the anchor; the rest is the row's frame. Null when the line is no row: a
 * sentence that happens to hold a client and a time is none, unless it stands among rows (`inPage`) and has their form.
 */
export function readHistoryRow(text: string, line: number, inPage: boolean): HistoryRow | null {
  if (text.length > LONGEST) return null
  const time = findRowTime(text)
  if (!time) return null
  const begin = beginOfRow(text)
  const requestId = idAt(text, begin)
  const head = text.slice(requestId === null ? begin : begin + UUID_LENGTH, time.from)
  const frame = readRowFrame(head, text.slice(time.to), requestId !== null)
  if (!frame || !isRow(requestId, frame, inPage)) return null
  return { requestId, frame, text: time.text, wall: time.wall, instant: time.instant, line }
}

/**
 * An id or a signed-in device is proof enough; the name of a key could be any word of a sentence. A row may lack its
 * source: then it is a row where it stands among rows, or ends in a status.
 */
function isRow(requestId: string | null, frame: RowFrame, inPage: boolean): boolean {
  if (requestId !== null || frame.source.kind === 'login_device') return true
  const { kind, name } = frame.source
  if (kind === 'unknown') return inPage || (frame.known && frame.statusText !== null)
  const short = name !== null && name.split(' ').length <= 5
  return short && (frame.callType === null || CALL_TYPE.test(frame.callType)) && (frame.known || inPage)
}

// What lists, tables and code spans put before a row.
const NUMBER = /^\s*\d{1,3}[.)]\s+/y
const MARKS = ' \t|`*•·–-'

function beginOfRow(line: string): number {
  NUMBER.lastIndex = 0
  let begin = NUMBER.test(line) ? NUMBER.lastIndex : 0
  while (begin < line.length && MARKS.includes(line.charAt(begin))) begin += 1
  return begin
}

function idAt(line: string, begin: number): string | null {
  if (line.charAt(begin + 8) !== '-' || line.charAt(begin + 23) !== '-') return null
  const id = line.slice(begin, begin + UUID_LENGTH)
  return isUuid(id) && !/[\w-]/.test(line.charAt(begin + UUID_LENGTH)) ? id : null
}
