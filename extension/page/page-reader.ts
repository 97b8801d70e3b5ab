import { later, type Instant } from '../../shared/time/instant.ts'
import { SECOND } from '../../shared/time/duration.ts'
import type { Language } from '../../shared/time/format.ts'
import type { ReadMethod } from '../content/read-methods.ts'
import type { TableSource } from '../messages/table-source.ts'
import { isSignInPath, KNOWN_METERS, pageKindOf, type ListKind, type PageKind } from './known-layout.ts'
import { layoutTrouble, type LayoutTrouble } from './layout-trouble.ts'
import { readPage, type ReadList, type ReadPage } from './read-page.ts'
import { isSignInPage } from './sign-in-page.ts'
import { createSights, type SeenRows } from './sights.ts'
import { watchPath } from './watch-path.ts'

/** A text of the page for the worker. */
export interface ShownCapture {
  readonly source: TableSource
  /** When it came into sight; null for rows that were not seen from the beginning of their list. */
  readonly at: Instant | null
  readonly body: string
}

export interface PageReaderSurroundings {
  readonly now: () => Instant
  readonly language: () => Language
  /** Calls back once, after so many ms. */
  readonly after: (ms: number, then: () => void) => void
  readonly onText: (capture: ShownCapture) => void
  readonly onTrouble: (trouble: LayoutTrouble | null) => void
  /** The page asks to sign in; told once for each page. */
  readonly onSignedOut: () => void
}

export interface PageReader {
  /** The page's own answer to this call has been read, so that what it shows need not be. */
  readonly noteUnderstood: (method: ReadMethod) => void
  /** Leaves the page alone from here on. */
  readonly stop: () => void
}

/** The page's answers are better and come first: so long the worker may take to say that it has understood them. */
const PATIENCE = 3 * SECOND
/** A page that changes without end is not read more often than this. */
const EVERY = 2 * SECOND
/** A page that loads slowly is not called unknown, or signed out of, before this. */
const SETTLED = 8 * SECOND

/**
 * Reads what the page shows, where its own answers cannot be had: another service, a drifted answer, a page from a cache.
 * Woken by changes of the page, at most every two seconds, and not at all where there is nothing left to learn.
 */
export function createPageReader(page: Document, surroundings: PageReaderSurroundings): PageReader {
  const { now, after, onText, onTrouble, onSignedOut, language } = surroundings
  const sights = new Map<ListKind, (read: ReadList, at: Instant) => SeenRows | null>()
  const understood = new Set<ReadMethod>()
  let shownMeters = ''
  let kind: PageKind | null = null
  let since = now()
  let changed: Instant | null = null
  let planned = false
  let signedOut = false
  let stopped = false

  const hasMeters = (of: PageKind) =>
    KNOWN_METERS.some(({ on, answers }) => on === of && answers.some((answer) => understood.has(answer)))
  const isAnswered = ({ list }: ReadList) => list.answer !== null && understood.has(list.answer)

  const handLists = ({ lists }: ReadPage, at: Instant) => {
    for (const read of lists) {
      if (read.state !== 'rows' || isAnswered(read)) continue
      const { kind: name, source } = read.list
      const put = sights.get(name) ?? createSights()
      sights.set(name, put)
      const seen = put(read, at)
      if (seen)
        onText({
          source,
          at: seen.at,
          body: [...(read.heads === null ? [] : [read.heads]), ...seen.lines].join('\n'),
        })
    }
  }
  const handMeters = ({ meters }: ReadPage, at: Instant) => {
    if (meters.text === '' || meters.text === shownMeters) return
    shownMeters = meters.text
    onText({ source: 'quota_cards', at, body: meters.text })
  }

  const noteSignedOut = () => {
    if (!signedOut) onSignedOut()
    signedOut = true
  }

  const read = () => {
    planned = false
    if (stopped) return
    const at = changed ?? now()
    changed = null
    if (kind === null || !page.body) return
    const shown = readPage(page, kind)
    handLists(shown, at)
    const meters = hasMeters(kind)
    if (!meters) handMeters(shown, at)
    const trouble = layoutTrouble(shown, { lists: isAnswered, meters }, language())
    const settled = now() >= later(since, SETTLED)
    const wantsSignIn = understood.size === 0 && isSignInPage(shown)
    if (wantsSignIn && settled) noteSignedOut()
    if (trouble === null || settled) onTrouble(trouble)
    if ((trouble !== null || wantsSignIn) && !settled) plan(SETTLED)
  }
  const plan = (ms: number) => {
    if (planned) return
    planned = true
    after(ms, read)
  }
  const wake = () => {
    const here = pageKindOf(page.location.pathname)
    if (here !== kind) {
      kind = here
      since = now()
      understood.clear() // a single-page app that goes somewhere asks anew
      signedOut = false
      onTrouble(null)
    }
    if (isSignInPath(page.location.pathname)) noteSignedOut()
    if (kind === null) return
    changed ??= now()
    plan(now() < later(since, PATIENCE) ? PATIENCE : EVERY)
  }
  const nodes = new MutationObserver(wake)
  /** Only pages that are read are observed: on all others of the app, chats above all, text comes in without end. */
  const observe = () => {
    nodes.disconnect()
    if (pageKindOf(page.location.pathname) === null) return wake()
    nodes.observe(page, { childList: true, subtree: true, characterData: true })
  }
  const leave = watchPath(page, () => {
    observe()
    wake()
  })
  observe()
  return {
    noteUnderstood: (method) => void understood.add(method),
    stop: () => {
      stopped = true
      leave()
      nodes.disconnect()
    },
  }
}
