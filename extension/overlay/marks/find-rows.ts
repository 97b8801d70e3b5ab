import { readWallTime } from '../../../shared/time/wall.ts'

/** A row of the page's own history table, as far as it says when and which it is. */
export interface HistoryRow {
  readonly element: Element
  readonly requestId: string | null
  /** What the row prints as its time, as if the clock hung in Greenwich; null where it cannot be read. */
  readonly wall: number | null
}

const TIME = /^\d{4}([-/])\d{1,2}\1\d{1,2}[ T\u00a0]+\d{1,2}:\d\d:\d\d$/
const UUID = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/i
/** `KimiCLI/1.16.0`: what only rows of the history have, and keys and devices do not. */
const CLIENT = /^[A-Za-z][\w.+ -]*\/\d[\w.+-]*/
/** The console shows a hundred rows; a page that claims many more is not looked at to its end. */
const MOST = 1_000

/**
 * Finds the rows by what they say and not by how the page names them: each is the largest element around one printed time
 * that holds no other one, if it also holds a client.
 */
export function findHistoryRows(page: Document): readonly HistoryRow[] {
  const times = textNodes(page.body, (text) => TIME.test(text))
  const holders = times.map(({ parentElement }) => parentElement)
  return times.flatMap((time, index) => {
    const element = rowAround(time, holders[index - 1] ?? null, holders[index + 1] ?? null)
    if (!element) return []
    const texts = textNodes(element, (text) => text !== '').map((node) => node.data.trim())
    if (!texts.some((text) => !TIME.test(text) && CLIENT.test(text))) return []
    const requestId = UUID.exec(texts.join('\t'))?.[0].toLowerCase() ?? null
    return [{ element, requestId, wall: readWallTime(time.data.trim().replace('T', ' ')) }]
  })
}

function textNodes(within: Element, fits: (text: string) => boolean): readonly Text[] {
  const walker = within.ownerDocument.createTreeWalker(within, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  for (let node = walker.nextNode(); node && found.length < MOST; node = walker.nextNode())
    if (node instanceof Text && fits(node.data.trim())) found.push(node)
  return found
}

function rowAround(time: Text, before: Element | null, after: Element | null): Element | null {
  let row: Element | null = null
  for (
    let outer = time.parentElement;
    outer && outer !== outer.ownerDocument.body;
    outer = outer.parentElement
  ) {
    if ((before && outer.contains(before)) || (after && outer.contains(after))) return row
    row = outer
  }
  return before || after ? row : closestRow(time)
}

/** With one row alone there is no neighbour to tell where it ends. */
const closestRow = (time: Text): Element | null => time.parentElement?.closest('tr, [role="row"], li') ?? null
