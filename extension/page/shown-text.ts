/** A text that the page shows, and the element it stands in. */
export interface ShownText {
  readonly text: string
  readonly element: Element
}

const NOT_SHOWN = 'script,style,noscript,template,textarea,input,select'
/** More text nodes than any console page has; what is over is not read. */
const MOST_TEXTS = 20_000
/** Longer ones are prose. */
const LONGEST = 400

/** All texts of a page in their order, our own strip and marks left out. Nothing but text is read. */
export function shownTexts(root: Element): readonly ShownText[] {
  const walker = root.ownerDocument.createTreeWalker(
    root,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) =>
      node instanceof Element && isLeftOut(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  const texts: ShownText[] = []
  for (let node = walker.nextNode(); node && texts.length < MOST_TEXTS; node = walker.nextNode()) {
    const element = node.parentElement
    if (node.nodeType !== Node.TEXT_NODE || !element) continue
    const text = (node.textContent ?? '').slice(0, LONGEST).trim()
    if (text !== '') texts.push({ text, element })
  }
  return texts
}

const isLeftOut = (element: Element) =>
  element.localName.startsWith('quotascope-') || element.matches(NOT_SHOWN)

/** The text of a cell: all that stands in it, on one line. */
export const textIn = (element: Element): string =>
  shownTexts(element)
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
