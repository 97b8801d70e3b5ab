/** A text that the page shows, and the element it stands in. */
export interface ShownText {
  readonly text: string
  readonly element: Element
}

/** Whose texts are not shown, or are what somebody typed or may pick. Our own strip and marks are in shadow roots. */
const NOT_SHOWN: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'textarea',
  'option',
  'optgroup',
])
/** More text nodes than any console page has; what is over is not read. */
const MAX_TEXTS = 20_000
/** Longer ones are prose. */
const LONGEST = 400

/** All texts of a page in their order. Nothing but text is read. */
export function shownTexts(root: Element): readonly ShownText[] {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: ShownText[] = []
  for (let node = walker.nextNode(); node && texts.length < MAX_TEXTS; node = walker.nextNode()) {
    const element = node.parentElement
    if (!element || NOT_SHOWN.has(element.localName)) continue
    const text = (node.textContent ?? '').slice(0, LONGEST).trim()
    if (text !== '') texts.push({ text, element })
  }
  return texts
}

/** The text of a cell: all that stands in it, on one line. */
export const textIn = (element: Element): string => {
  // most cells hold nothing but their text, and a table has hundreds of them
  const plain = element.firstElementChild === null && !NOT_SHOWN.has(element.localName)
  const texts = plain
    ? [(element.textContent ?? '').slice(0, LONGEST)]
    : shownTexts(element).map(({ text }) => text)
  return texts.join(' ').replace(/\s+/g, ' ').trim()
}
