import type { RequestSource } from '../../../evidence/kinds/usage-record.ts'
import { maskCredentials } from '../../scrub/mask.ts'
import { CALL_TYPE, DEVICE, readSource, readStatus, type RowStatus } from './row-words.ts'

/** What a row says around its id and time. The rows of a history have a handful of these between them. */
export interface RowFrame extends RowStatus {
  readonly source: RequestSource
  readonly userAgent: string | null
  readonly callType: string | null
  /** Cells that the table had not when this was written. */
  readonly extraCells: number
}

const MEMO_LIMIT = 1_000

/** What has been read, by head and tail; the two kinds of heads are kept apart. */
const withId = new Map<string, Map<string, RowFrame | null>>()
const withoutId = new Map<string, Map<string, RowFrame | null>>()

/**
 * Reads what stands before the time (without a request id) and after it: cells where there are any, else by the
 * client's shape, `product/version`. Null when it has not the form of a row.
 */
export function readRowFrame(head: string, tail: string, hasId: boolean): RowFrame | null {
  const heads = hasId ? withId : withoutId
  const tails = heads.get(head)
  const known = tails?.get(tail)
  if (known !== undefined) return known
  const frame = frameOf(head, tail, hasId)
  if (tails && tails.size < MEMO_LIMIT) tails.set(tail, frame)
  else {
    if (heads.size >= MEMO_LIMIT) heads.clear()
    heads.set(head, new Map([[tail, frame]]))
  }
  return frame
}

function frameOf(head: string, tail: string, hasId: boolean): RowFrame | null {
  const celled = /[\t|]/.test(head)
  const subject = celled
    ? (readCells(head, hasId) ?? readSpaced(head.replace(/[\t|]+/g, ' ')))
    : readSpaced(head)
  if (!subject || /["{}<>=]/.test(subject.source)) return null // inside a JSON string, or markup
  const after = tail.replace(/[\s|`*]+$/, '').replace(/^[\s|`*]+/, '')
  const [statusText = '', ...extra] = celled ? after.split(/\s*[\t|]\s*/) : [after]
  return {
    ...readStatus(statusText),
    source: readSource(subject.source),
    userAgent: subject.userAgent === null ? null : maskCredentials(subject.userAgent),
    callType: subject.callType === null ? null : maskCredentials(subject.callType),
    extraCells: subject.extraCells + extra.length,
  }
}

interface Subject {
  readonly source: string
  readonly userAgent: string | null
  readonly callType: string | null
  readonly extraCells: number
}

// KimiCLI/1.16.0 · claude-cli/2.0.1 (external, cli) · Mozilla/5.0 (X11; Linux) Chrome/140.0 Safari/537.36
const PRODUCT = String.raw`[\w.-]+\/[\w.+-]+(?: \([^()]*\))?`
const LONGEST_NAME = 60
const CLIENT = new RegExp(`^${PRODUCT}(?: ${PRODUCT})*$`)
const SPACED = new RegExp(`^(.{1,${LONGEST_NAME}}?)\\s+(${PRODUCT}(?: ${PRODUCT})*)(?:\\s+([^/\\s][^/]*))?$`)

/** By position: cells say where a value is missing. */
function readCells(head: string, hasId: boolean): Subject | null {
  const cells = head.split(/[\t|]/).map((cell) => cell.trim())
  if (cells.at(-1) === '') cells.pop() // the separator before the time
  if (hasId) cells.shift() // what is left of the id's own cell
  if (CLIENT.test(cells[0] ?? '') && (cells.length === 1 || CALL_TYPE.test(cells[1] ?? ''))) cells.unshift('')
  const [source, ...rest] = cells
  if (source === undefined || (rest.length === 0 && !DEVICE.test(source))) return null
  const [client, callType, ...extra] = CALL_TYPE.test(rest[0] ?? '') ? [undefined, ...rest] : rest
  if (!hasId && !DEVICE.test(source) && !CLIENT.test(client ?? '')) return null
  return { source, userAgent: textOf(client), callType: textOf(callType), extraCells: extra.length }
}

const textOf = (cell: string | undefined) => (cell === undefined || /^[-–—]*$/.test(cell) ? null : cell)

function readSpaced(head: string): Subject | null {
  const text = head.trim()
  if (DEVICE.test(text)) return { source: text, userAgent: null, callType: null, extraCells: 0 }
  const [, source, userAgent, callType] = SPACED.exec(text) ?? []
  if (source === undefined || userAgent === undefined)
    return CLIENT.test(text) ? { source: '', userAgent: text, callType: null, extraCells: 0 } : null
  return { source, userAgent, callType: textOf(callType?.trim()), extraCells: 0 }
}
