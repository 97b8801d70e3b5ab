import { later, type Instant } from '../../shared/time/instant.ts'
import { SECOND } from '../../shared/time/duration.ts'
import type { Language } from '../../shared/time/format.ts'
import type { ReadMethod } from '../content/read-methods.ts'
import { isSignInPath, KNOWN_METERS, pageKindOf, type PageKind } from './known-layout.ts'
import { layoutTrouble, type Answered, type LayoutTrouble } from './layout-trouble.ts'
import { readPage } from './read-page.ts'
import { createShownCaptures, type ShownCapture } from './shown-captures.ts'
import { isSignInPage } from './sign-in-page.ts'
import { watchPath } from './watch-path.ts'

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
  const capturesOf = createShownCaptures()
  const understood = new Set<ReadMethod>()
  let kind: PageKind | null = null
  let since = now()
  let changed: Instant | null = null
  let planned = false
  let signedOut = false
  let stopped = false

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
    const answered = answeredBy(understood, kind)
    for (const capture of capturesOf(shown, answered, at)) onText(capture)
    const trouble = layoutTrouble(shown, answered, language())
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
  const stopWatching = watchReadPages(page, wake)
  return {
    noteUnderstood: (method) => void understood.add(method),
    stop: () => {
      stopped = true
      stopWatching()
    },
  }
}

/** What of a page has been given by the page's own answers that were understood. */
const answeredBy = (understood: ReadonlySet<ReadMethod>, page: PageKind): Answered => ({
  lists: ({ list }) => list.answer !== null && understood.has(list.answer),
  meters: KNOWN_METERS.some(({ on, answers }) => on === page && answers.some((each) => understood.has(each))),
})

/**
 * Wakes when the page is another or has changed. Only pages that are read are observed: on all others of the app, chats
 * above all, text comes in without end.
 */
function watchReadPages(page: Document, wake: () => void): () => void {
  const nodes = new MutationObserver(wake)
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
  return () => {
    leave()
    nodes.disconnect()
  }
}
