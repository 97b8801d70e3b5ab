/** What the console's two meter cards are called (KIMI.md 3.2). Their words, not their classes, are what lasts. */
const CARD_WORDS = [
  ['Weekly usage', 'Rate limit details'],
  ['本周用量', '频限明细'],
] as const

/**
 * The element under which the strip is docked: the row of the console's cards, that is the smallest element that holds
 * both meter cards. Null where the page has no such cards, or not yet: then the strip is a pill in the corner.
 */
export function findStripPlace(page: Document): Element | null {
  for (const words of CARD_WORDS) {
    const cards = words.map((word) => elementSaying(page, word))
    const [first, second] = cards
    if (!first || !second) continue
    for (let row = first.parentElement; row && row !== page.body; row = row.parentElement)
      if (row.contains(second)) return row
  }
  return null
}

/** The first element whose own text begins with the word. */
function elementSaying(page: Document, word: string): Element | null {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.textContent?.trim().startsWith(word)) return node.parentElement
  return null
}
