import { formOf } from './cells.ts'
import { KNOWN_LISTS, KNOWN_METERS, plainWord } from './known-layout.ts'
import type { ReadList, ReadPage } from './read-page.ts'

const KNOWN: ReadonlySet<string> = new Set([
  ...KNOWN_LISTS.flatMap(({ titles, columns }) => [...titles, ...Object.values(columns).flat()]),
  ...KNOWN_METERS.flatMap(({ titles }) => titles.flat()),
])

/** So many short texts that are no word of ours are told, by their shape. */
const MAX_OTHERS = 40
const LONGEST_OTHER = 24

/**
 * A page as whoever mends the reader needs it, and as anybody may see it: which words of ours are on it, the heads and the
 * shape of each list, tags around them. No value of any cell: letters become `a`, digits `0`.
 */
export function diagnosticOf(page: ReadPage): string {
  const words = [...new Set(page.texts.map(({ text }) => plainWord(text)))]
  const others = words.filter((word) => !KNOWN.has(word) && word.length <= LONGEST_OTHER)
  return [
    `Quotascope page diagnostic 1`,
    `page: ${page.kind}, texts: ${page.texts.length}, asks to sign in: ${page.asksToSignIn ? 'yes' : 'no'}`,
    `known words: ${words.filter((word) => KNOWN.has(word)).join(' | ') || 'none'}`,
    `meters: ${page.meters.titles} titles, ${page.meters.whole} with a percentage`,
    ...page.lists.flatMap(listLines),
    `shapes of other texts: ${[...new Set(others.map(shapeOf))].slice(0, MAX_OTHERS).join(' | ')}`,
  ].join('\n')
}

function listLines({ list, state, missing, found }: ReadList): readonly string[] {
  const head = `${list.kind}: ${state}${missing === null ? '' : ` (${missing})`}`
  if (!found) return [head]
  return [
    `${head}, rows: ${found.rows.length}, in ${pathOf(found.holder)}`,
    `  heads: ${found.heads?.map((text) => (KNOWN.has(plainWord(text)) ? plainWord(text) : shapeOf(text))).join(' | ') ?? 'none'}`,
    `  cells: ${(found.rows[0] ?? []).map(formOf).join(' | ')}`,
  ]
}

/** `Sep 12, K2.6` as `aaa 00, a0.0`. */
const shapeOf = (text: string): string =>
  text.slice(0, LONGEST_OTHER).replace(/\d/g, '0').replace(/\p{L}/gu, 'a')

/** `main > section > table > tbody`: tags and roles only. */
function pathOf(element: Element): string {
  const path: string[] = []
  for (
    let at: Element | null = element;
    at && at.localName !== 'body' && path.length < 8;
    at = at.parentElement
  ) {
    const role = at.getAttribute('role')
    path.unshift(role === null ? at.localName : `${at.localName}[role]`)
  }
  return path.join(' > ')
}
