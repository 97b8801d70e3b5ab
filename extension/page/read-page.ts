import { findRows, type FoundRows } from './find-rows.ts'
import {
  EMPTY_WORDS,
  KNOWN_LISTS,
  KNOWN_METERS,
  plainWord,
  SIGN_IN_WORDS,
  type KnownList,
  type PageKind,
} from './known-layout.ts'
import { placeCells } from './place-cells.ts'
import { readMeters, type ReadMeters } from './read-meters.ts'
import { shownTexts, type ShownText } from './shown-text.ts'

/** What became of one list that the page should have. */
export interface ReadList {
  readonly list: KnownList
  /** `rows`: these; `empty`: it says that it has none; else why nothing could be read of it. */
  readonly state: 'rows' | 'empty' | 'no_title' | 'no_rows' | 'no_column'
  /** Which column is missing. */
  readonly missing: string | null
  /** The rows in the order of columns that `shared/parse` reads, and the heads that it wants over them. */
  readonly lines: readonly string[]
  readonly heads: string | null
  readonly found: FoundRows | null
  /** The list stands at its beginning: what is in sight are its newest rows. */
  readonly atTop: boolean
}

export interface ReadPage {
  readonly kind: PageKind
  readonly lists: readonly ReadList[]
  readonly meters: ReadMeters
  readonly asksToSignIn: boolean
  readonly texts: readonly ShownText[]
}

/** Reads all that is known of a page out of what it shows. Only texts are looked at, and nothing is changed. */
export function readPage(document: Document, kind: PageKind): ReadPage {
  const texts = shownTexts(document.body)
  const lists = KNOWN_LISTS.filter(({ on }) => on === kind)
  const found = findRows(texts, lists)
  const [meters = { on: kind, answers: [], titles: [] }] = KNOWN_METERS.filter(({ on }) => on === kind)
  return {
    kind,
    lists: lists.map((list) => readList(list, texts, found)),
    meters: readMeters(texts, meters),
    asksToSignIn: texts.some(({ text }) => SIGN_IN_WORDS.includes(plainWord(text))),
    texts,
  }
}

function readList(list: KnownList, texts: readonly ShownText[], all: readonly FoundRows[]): ReadList {
  const nothing = { list, missing: null, lines: [], heads: null, found: null, atTop: true }
  // the longest, where a page has several of them: a second one may be a hint with an example in it
  const [found] = all.filter((rows) => rows.list === list).toSorted((a, b) => b.rows.length - a.rows.length)
  if (!found) {
    const title = texts.findIndex(({ text }) => list.titles.includes(plainWord(text)))
    if (title < 0) return { ...nothing, state: 'no_title' }
    const saysEmpty = texts.slice(title).some(({ text }) => EMPTY_WORDS.includes(plainWord(text)))
    return { ...nothing, state: saysEmpty ? 'empty' : 'no_rows' }
  }
  const atTop = isAtTop(found.holder)
  const placed = placeCells(found)
  return placed.ok
    ? { ...nothing, state: 'rows', lines: placed.lines, heads: placed.heads, found, atTop }
    : { ...nothing, state: 'no_column', missing: placed.missing, found, atTop }
}

/** Whether no scrolled element lies between the list and the page. A pixel or two are rounding. */
function isAtTop(holder: Element): boolean {
  for (
    let around: Element | null = holder;
    around && around !== holder.ownerDocument.body;
    around = around.parentElement
  )
    if (around.scrollTop > 2) return false
  return true
}
