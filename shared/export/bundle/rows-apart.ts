import type { UsageRecord } from '../../evidence/kinds/usage-record.ts'
import { readRows } from './record-schema.ts'

/** A bundle without its rows, and these. */
export interface RowsApart {
  /** The text of the bundle with no rows in it. */
  readonly rest: string
  readonly rows: UsageRecord[]
}

/**
 * The rows of a bundle, a few at a time, so that what is parsed of them is gone before the next ones are: parsed at once, a
 * million rows are held twice. `written` is the text of each part where it stands as we write it. Null for whatever is
 * otherwise, and for rows that are refused: then the text is read as a whole, which says why.
 */
export function rowsApart(text: string, written: ReadonlyMap<string, string> | null): RowsApart | null {
  const list = written?.get('records')
  const at = text.indexOf(LIST) + LIST.length - 2
  if (list === undefined || !list.startsWith(OPEN) || at < LIST.length) return null
  const rows = parsedRows(list)
  return rows && { rest: `${text.slice(0, at)}[]${text.slice(at + list.length)}`, rows }
}

function parsedRows(list: string): UsageRecord[] | null {
  try {
    return readRows(piecesOf(list))
  } catch {
    return null // read as a whole, it is told what is wrong
  }
}

/** The rows of so many characters and the rest of a line: enough that parsing them one by one costs nothing. */
const PIECE = 100_000
const OPEN = '[\n'
const LIST = '\n"records":[\n'
const NOT_ROWS = 'not one row a line'

function* piecesOf(list: string): Generator<readonly unknown[]> {
  const end = list.length - 2
  for (let at = OPEN.length; at < end;) {
    const next = list.indexOf('\n', Math.min(at + PIECE, end))
    const isLast = next >= end
    // the comma before a line break is what separates two rows
    const piece = list.slice(at, isLast ? end : next - 1)
    if (!isLast && list[next - 1] !== ',') throw new SyntaxError(NOT_ROWS)
    const rows: unknown = JSON.parse(`[${piece}]`)
    if (!Array.isArray(rows) || rows.length === 0) throw new SyntaxError(NOT_ROWS)
    yield rows
    at = next + 1
  }
}
