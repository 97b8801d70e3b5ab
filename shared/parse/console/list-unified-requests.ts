import type { Reject } from '../../evidence/kinds/reject.ts'
import type { Sentence } from '../../evidence/sentences/sentence.ts'
import type { Recognition } from '../../evidence/sentences/recognitions.ts'
import { recordId, rowKey, type UsageRecord } from '../../evidence/kinds/usage-record.ts'
import { SECOND } from '../../time/duration.ts'
import { span } from '../../time/span.ts'
import { excerptOfValue } from '../scrub/excerpt.ts'
import { fieldOf, hasAny, isObject } from '../json/json-object.ts'
import { namesOf, NOTHING_KEPT, type KeptFields } from '../json/kept-fields.ts'
import type { JsonParser, JsonPiece, ParseContext } from '../parser.ts'
import { placeIn } from '../place.ts'
import { readBody, type ReadBody } from '../json/read-body.ts'
import { rejectOf } from '../reject.ts'
import { UnknownFieldCount } from '../json/unknown-fields.ts'
import { requestPageSchema } from './list-unified-requests.schema.ts'
import { KEPT_OF_ROW, readRequestRow, type RequestRow, type RowTrouble } from './request-row.ts'

const SOURCE = 'ListUnifiedRequests'

/** Why a value is a page of the usage history, a list of its rows, or one row; null when it is none. */
export function recogniseUnifiedRequests(value: unknown): Recognition | null {
  const requests = fieldOf(value, 'requests')
  if (Array.isArray(requests))
    return requests.length === 0 || requests.some(isRow) ? 'usage rows under "requests"' : null
  if (Array.isArray(value)) return value.some(isRow) ? 'a list of usage rows' : null
  return isRow(value) ? 'a usage row' : null
}

const isRow = (value: unknown) =>
  hasAny(value, ['requestTime']) &&
  hasAny(value, ['requestId', 'httpStatusCode', 'userAgent', 'callType', 'apiKey'])

/** What of a page, of a list of rows, or of one row may be kept. */
export function keptOfRequests(value: unknown): KeptFields {
  if (Array.isArray(value)) return { items: KEPT_OF_ROW }
  if (isRow(value)) return KEPT_OF_ROW
  return namesOf({ requests: { items: KEPT_OF_ROW }, nextPageToken: NOTHING_KEPT })
}

/** Reads a page of the usage history. Rows keep the order of the page; a row that cannot be read becomes a Reject. */
export const parseUnifiedRequests: JsonParser = (piece, context) => {
  const page = rowsOf(piece, context)
  const rejects = [...page.rejects]
  const unknown = new UnknownFieldCount(SOURCE)
  const records: UsageRecord[] = []
  const ordinalOf = countEquals()
  let at = ''
  let value: unknown
  // One for all rows: two closures a row are a tenth of the time of a long history.
  const trouble: RowTrouble = {
    unknownField: (parent, name) => unknown.add(parent, name),
    refused: (name, reason) => rejects.push(refusalOf(piece, context, at, value, name, reason)),
  }
  for (let index = 0; index < page.rows.length; index += 1) {
    at = page.placeOf(index)
    value = page.rows[index]
    const row = readRequestRow(value, trouble)
    if (row) records.push(recordOf(row, at, context.capture, ordinalOf))
  }
  return { records, rejects, unknownFields: [...page.unknownFields, ...unknown.list()] }
}

interface Page extends Pick<ReadBody<never>, 'rejects' | 'unknownFields'> {
  readonly rows: readonly unknown[]
  readonly placeOf: (index: number) => string
}

function rowsOf(piece: JsonPiece, context: ParseContext): Page {
  const bare = { rejects: [], unknownFields: [] }
  if (Array.isArray(piece.value))
    return { ...bare, rows: piece.value, placeOf: (index) => placeIn(piece, [index]) }
  if (isRow(piece.value)) return { ...bare, rows: [piece.value], placeOf: () => piece.at }
  const rows = fieldOf(piece.value, 'requests')
  const envelope = { ...piece, value: withoutRows(piece.value) }
  const { rejects, unknownFields } = readBody(requestPageSchema, SOURCE, envelope, context)
  const list = placeIn(piece, ['requests'])
  return {
    rows: Array.isArray(rows) ? rows : [],
    placeOf: (index) => `${list}[${index}]`,
    rejects,
    unknownFields,
  }
}

/** The page without its rows, which the schema need not look at; anything else under their name is left to it. */
function withoutRows(value: unknown): unknown {
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      name === 'requests' && Array.isArray(item) ? [] : item,
    ]),
  )
}

function recordOf(
  row: RequestRow,
  at: string,
  capture: string,
  ordinalOf: (key: string) => number,
): UsageRecord {
  const { requestId, source, userAgent } = row
  const when = { kind: 'span', span: span(row.second, row.second + SECOND) } as const
  const key = { requestId, when, source, userAgent }
  return {
    id: recordId(key, requestId === null ? ordinalOf(rowKey(key)) : 0),
    requestId,
    when,
    source,
    userAgent,
    callType: row.callType,
    model: row.model,
    status: row.status,
    outcome: row.outcome,
    statusText: null,
    origins: [{ capture, at }],
  }
}

/** Gives 0, 1, 2 … for one key: rows without an id are told apart by their place among equals of the page. */
function countEquals(): (key: string) => number {
  const seen = new Map<string, number>()
  return (key) => {
    const ordinal = seen.get(key) ?? 0
    seen.set(key, ordinal + 1)
    return ordinal
  }
}

function refusalOf(
  piece: JsonPiece,
  context: ParseContext,
  at: string,
  row: unknown,
  name: string | null,
  reason: Sentence,
): Reject {
  const path = name === null ? at : `${at}.${name}`
  const field = name === null || name.includes('.') ? row : fieldOf(row, name)
  return rejectOf(context, { line: piece.line, path, reason, text: excerptOfValue(field, name ?? '') })
}
