import { cellsOf, formOf, saysTime, type CellForm } from './cells.ts'
import { KNOWN_LISTS, plainWord, type KnownList } from './known-layout.ts'
import type { ShownText } from './shown-text.ts'

/** The texts of a row's cells. */
type Cells = readonly string[]

/** Rows of one list as the page shows them. */
export interface FoundRows {
  readonly list: KnownList
  /** What holds the rows. */
  readonly holder: Element
  /** The heads, as they stand there; null where none was found. */
  readonly heads: readonly string[] | null
  /** The cells of each row, and the row itself. */
  readonly rows: readonly (readonly string[])[]
  readonly elements: readonly Element[]
}

/** By so many rows a list is told. */
const LOOKED_AT = 5
/** A list has no more cells than this in a row. */
const MAX_CELLS = 20

/**
 * Finds the lists of a page by what stands in them. A cell with a time is where a row is looked for: the smallest element
 * around it that has another cell beside it; rows with the same parent are one list. Which list it is, its heads say, or
 * the forms of its cells.
 *
 *     …┤ Request ID │ Source       │ Client         │ Time                │ Status  ├   heads, by their words
 *      ├ 27d801a6-… │ Login Device │ KimiCLI/1.16.0 │ 2026/03/02 17:25:14 │ Success ├   a row, by its time
 */
export function findRows(
  texts: readonly ShownText[],
  lists: readonly KnownList[] = KNOWN_LISTS,
): readonly FoundRows[] {
  const holders = new Map<Element, { readonly first: number; readonly rows: Map<Element, Cells> }>()
  texts.forEach(({ text, element }, index) => {
    const found = saysTime(text) ? rowAround(element) : null
    const holder = found?.row.parentElement
    if (!found || !holder) return
    const { row, cells } = found
    const known = holders.get(holder) ?? { first: index, rows: new Map() }
    known.rows.set(row, cells)
    holders.set(holder, known)
  })
  return [...holders].flatMap(([holder, { first, rows }]) => {
    const heads = headsBefore(texts, first, rows)
    const cells = [...rows.values()]
    const list = listOf(heads, cells, lists)
    if (!list) return []
    const elements = [...rows.keys()].slice(0, list.most)
    return [{ list, holder, heads, rows: cells.slice(0, list.most), elements }]
  })
}

function rowAround(cell: Element): { readonly row: Element; readonly cells: Cells } | null {
  for (let row: Element | null = cell; row && row !== row.ownerDocument.body; row = row.parentElement) {
    const cells = cellsOf(row)
    const filled = cells.filter((text) => text !== '').length
    if (filled > MAX_CELLS) return null
    if (filled >= 2) return { row, cells }
  }
  return null
}

/** The heads stand right before the first row: the smallest element there of which several cells are words of a list. */
function headsBefore(
  texts: readonly ShownText[],
  first: number,
  rows: ReadonlyMap<Element, Cells>,
): Cells | null {
  const [row] = rows.keys()
  const before = texts.slice(0, first).findLast(({ element }) => !row?.contains(element))
  for (
    let around = before?.element ?? null;
    around && around !== around.ownerDocument.body;
    around = around.parentElement
  ) {
    if (row && around.contains(row)) return null
    const cells = cellsOf(around)
    if (cells.length >= 2 && KNOWN_LISTS.some((list) => matches(list, cells) >= 2)) return cells
  }
  return null
}

/** How many columns of a list the heads name. */
const matches = ({ columns }: KnownList, heads: readonly string[]): number =>
  Object.values(columns).filter((words) => heads.some((head) => words.includes(plainWord(head)))).length

function listOf(
  heads: readonly string[] | null,
  rows: readonly (readonly string[])[],
  lists: readonly KnownList[],
): KnownList | null {
  // of several rows: the first may lack what the others have
  const forms = new Set(rows.slice(0, LOOKED_AT).flatMap((row) => row.map(formOf)))
  if (!heads) return lists.find((list) => isByForm(list, forms)) ?? null
  const [best] = lists
    .filter((list) => fits(list, forms))
    .toSorted((a, b) => matches(b, heads) - matches(a, heads))
  return best && matches(best, heads) >= 2 ? best : null
}

/** Only the history has clients in it, only the shares have percentages; the other two look alike without their heads. */
const isByForm = (list: KnownList, forms: ReadonlySet<CellForm>): boolean =>
  (list.kind === 'history' && forms.has('second') && forms.has('client')) ||
  (list.kind === 'shares' && forms.has('minute') && forms.has('percent'))

const fits = (list: KnownList, forms: ReadonlySet<CellForm>): boolean =>
  isByForm(list, forms) || list.kind === 'keys' || list.kind === 'devices'
