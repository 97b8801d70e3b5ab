import { KNOWN_METERS, plainWord } from '../../page/known-layout.ts'

/** The console's meter cards, each under all of its names; their words, not their classes, are what lasts. */
const CARDS = KNOWN_METERS.flatMap(({ on, titles }) => (on === 'console' ? titles : []))
const LONGEST = Math.max(...CARDS.flat().map(({ length }) => length))
/** Spaces and a mark behind a title. */
const SLACK = 8

/**
 * The element under which the strip is docked: the row of the console's cards, that is the smallest element that holds
 * all meter cards. Null where the page has no such cards, or not yet: then the strip is a pill in the corner.
 */
export function findStripPlace(page: Document): Element | null {
  const cards = cardsOf(page)
  const [first] = cards
  if (!first || cards.length < CARDS.length) return null
  for (let row = first.parentElement; row && row !== page.body; row = row.parentElement)
    if (cards.every((card) => row?.contains(card))) return row
  return null
}

/** The first element of each card that says its title. */
function cardsOf(page: Document): readonly Element[] {
  const found = new Map<readonly string[], Element>()
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node && found.size < CARDS.length; node = walker.nextNode()) {
    const text = (node.textContent ?? '').trim()
    if (text.length > LONGEST + SLACK || !node.parentElement) continue
    const word = plainWord(text)
    const card = CARDS.find((names) => names.includes(word))
    if (card && !found.has(card)) found.set(card, node.parentElement)
  }
  return [...found.values()]
}
