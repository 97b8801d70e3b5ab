import { systemClock } from '../../shared/time/clock.ts'
import type { Language } from '../../shared/time/format.ts'
import type { ConsolePlace } from '../messages/console-place.ts'
import type { Look, PillPlace, Viewport } from '../messages/look.ts'
import type { OverlayModel } from '../messages/overlay-model.ts'
import { isWatchedPath } from '../page/known-layout.ts'
import { createMarkLayer } from './marks/mark-layer.ts'
import { findStripPlace } from './find-strip-place.ts'
import { movePill } from './move-pill.ts'
import { ownWords } from './own-words.ts'
import { pageLanguage, pageTheme } from './page-look.ts'
import { LOWER_RIGHT } from './pill-place.ts'
import { dock, float, moveHost, viewportSize, type StripSpot } from './settle-strip.ts'
import { createStripHost } from './strip-host.ts'
import { listenForKeys } from './strip-keys.ts'
import { STRIP_ACTIONS, type LayoutTrouble, type StripAction } from './strip-view.ts'
import { watchPage } from './watch-page.ts'

export interface OverlaySource {
  /** The model in the page's language, however long it takes; null when the worker has none to give. */
  readonly refresh: (language: Language) => Promise<OverlayModel | null>
  readonly openConsole: (place?: ConsolePlace) => void
  readonly look: (viewport: Viewport) => Promise<Look | null>
  readonly keepLook: (viewport: Viewport, look: Look) => void
  /** Whether the extension was updated or removed under the page; nothing tells of it. */
  readonly isGone: () => boolean
  /** Told once that it is: whatever else looks at the page is to stop. */
  readonly onGone: () => void
}

export interface Overlay {
  /** Asks for a new model, once for several requests in a row. */
  readonly refreshSoon: () => void
  /** The extension was updated under the page: say so instead of showing what is no longer kept up to date. */
  readonly showGone: () => void
  /** What of the page could not be read; null when all that was expected is there. */
  readonly showLayout: (trouble: LayoutTrouble | null) => void
}

const SOON = 400
/** A worker that was asleep answers in a second or two, and one that died is asked anew meanwhile (content/deliver.ts). */
const ANSWER_BY = 30_000
/** Countdowns are in minutes, and run without the worker, which sleeps unless something has come in. */
const COUNT_DOWN = 60_000
/**
 * The lane moves on, and a reset that was due may be so no longer: every so many counts. An answer that says how long it
 * still lasts is asked for at each, and so is a strip that has nothing to show yet.
 */
const REFRESH_EVERY = 10
/** A page that draws its cards this late has none: then the pill takes the strip's place. */
const CARDS_BY = 2_500

/** Draws the strip on the console pages of a single-page app, and keeps it in its place. */
export function mountOverlay(page: Document, source: OverlaySource): Overlay {
  const strip = createStripHost(page)
  const { host, root, draw: drawStrip, say } = strip
  const layer = createMarkLayer(page)
  let model: OverlayModel | null = null
  let gone = false
  let silent = false
  let layout: LayoutTrouble | null = null
  let spot: StripSpot = 'docked'
  let dockedUnder: Element | null = null
  let look: Look | null = null
  let pillOpen = false
  let twinOpen = false
  let dragging = false
  let waited = false
  let viewport: Viewport | null = null
  let planned: ReturnType<typeof setTimeout> | undefined
  let grace: ReturnType<typeof setTimeout> | undefined
  let asking = false
  let askAgain = false
  let drawn = ''

  const collapsed = () => (spot === 'docked' ? (look?.collapsed ?? false) : !pillOpen)
  const draw = () => {
    const language = pageLanguage(page)
    const theme = pageTheme(page)
    drawn = `${language} ${theme}`
    const place = spot === 'docked' ? 'docked' : 'pill'
    drawStrip(
      {
        model,
        gone,
        silent,
        layout,
        collapsed: collapsed(),
        twinOpen,
        language,
        place,
        now: systemClock.now(),
      },
      theme,
    )
  }
  const mark = () => {
    const lang = pageLanguage(page) === 'zh' ? 'zh-CN' : 'en'
    layer.show(gone ? null : (model?.marks ?? null), model?.words.marks ?? '', pageTheme(page), lang)
  }
  const keep = (change: Partial<Look>) => {
    look = { collapsed: look?.collapsed ?? false, place: look?.place ?? null, ...change }
    if (viewport) source.keepLook(viewport, look)
  }
  const refresh = async () => {
    planned = undefined
    if (gone || !host.isConnected) return
    // one at a time: an answer that was long in coming must not replace a newer one
    askAgain = asking
    if (asking) return
    asking = true
    const late = setTimeout(() => {
      silent = true
      draw()
    }, ANSWER_BY)
    model = (await source.refresh(pageLanguage(page))) ?? model
    clearTimeout(late)
    silent = false
    asking = false
    if (askAgain) refreshSoon()
    draw()
    mark()
    if (spot !== 'docked') settle()
  }
  const refreshSoon = () => {
    planned ??= setTimeout(() => void refresh(), SOON)
  }
  const settle = () => {
    // as long as it stands under the cards there is nothing to look for
    const docked = spot === 'docked' && host.isConnected && host.previousElementSibling
    const cards = docked && docked === dockedUnder ? docked : findStripPlace(page)
    if (!cards && !waited) return
    const before = host.isConnected ? spot : null
    if (cards) dock(strip, cards)
    dockedUnder = cards
    if (cards) spot = 'docked'
    else if (!dragging) spot = float(strip, look?.place ?? LOWER_RIGHT, !pillOpen)
    if (before === spot) return
    draw()
    if (!cards) spot = float(strip, look?.place ?? LOWER_RIGHT, !pillOpen) // now that it has its size
    if (before === null) refreshSoon()
  }
  const toggle = () => {
    twinOpen = false
    if (spot === 'docked') keep({ collapsed: !collapsed() })
    else pillOpen = !pillOpen
    draw()
    if (spot !== 'docked') spot = float(strip, look?.place ?? LOWER_RIGHT, !pillOpen)
    // what had the focus may have gone
    if (page.activeElement === host || !root.activeElement)
      root.querySelector<HTMLElement>('.toggle')?.focus()
  }
  const act: Readonly<Record<StripAction, () => void>> = {
    toggle,
    open: () => source.openConsole(),
    why: () => source.openConsole(model?.verdictPlace ?? undefined),
    twin: () => {
      twinOpen = !twinOpen
      draw()
      root.querySelector<HTMLElement>(twinOpen ? '.twin-panel' : '.buttons .twin')?.focus()
    },
    copy: () => {
      if (!layout) return
      const { copied } = ownWords(pageLanguage(page))
      void navigator.clipboard.writeText(layout.diagnostic).then(() => say(copied))
    },
  }
  const showGone = () => {
    if (gone) return
    gone = true
    draw()
    mark()
    // nothing that comes from here on can be kept: leave the page alone
    stopWatching()
    layer.stop()
    clearInterval(countDown)
    source.onGone()
  }
  const onPage = () => {
    if (!gone && source.isGone()) showGone()
    if (!isWatchedPath(page.location.pathname)) {
      host.remove()
      layer.remove()
      clearTimeout(grace)
      grace = undefined
      waited = false
      return
    }
    grace ??= setTimeout(() => {
      waited = true
      onPage()
    }, CARDS_BY)
    const wide = viewportOf(viewportSize(page).width)
    if (wide === viewport) settle()
    else void useViewport(wide)
    if (host.isConnected && drawn !== `${pageLanguage(page)} ${pageTheme(page)}`) {
      draw()
      refreshSoon()
    }
    mark()
  }
  const useViewport = async (wide: Viewport) => {
    viewport = wide
    const kept = await source.look(wide)
    if (viewport !== wide) return
    look = kept
    settle()
    if (host.isConnected) draw()
  }

  root.addEventListener('click', (event) => {
    // only a reader's own click or key: the page could send one, and open tabs with it
    if (!event.isTrusted || !(event.target instanceof Element)) return
    const name = event.target.closest<HTMLElement>('[data-action]')?.dataset['action']
    const action = STRIP_ACTIONS.find((each) => each === name)
    if (action) act[action]()
  })
  const move = (place: PillPlace, done: boolean) => {
    moveHost(strip, place)
    if (!done) return
    keep({ place })
    settle()
  }
  movePill(root, {
    pill: () => {
      const { left, top, width, height } = host.getBoundingClientRect() // its properties cannot be spread
      return { left, top, width, height }
    },
    viewport: () => viewportSize(page),
    moveTo: move,
    dragging: (now) => {
      dragging = now
      strip.change(() => host.toggleAttribute('data-dragging', now))
    },
  })
  listenForKeys(page, strip, {
    isShown: () => host.isConnected,
    focus: () => (root.querySelector<HTMLElement>('.toggle') ?? root.querySelector('section'))?.focus(),
    close: () => {
      if (!twinOpen && collapsed()) return false
      if (twinOpen) act.twin()
      else toggle()
      return true
    },
  })
  const stopWatching = watchPage(page, () => isWatchedPath(page.location.pathname), onPage)
  let counts = 0
  const countDown = setInterval(() => {
    if (source.isGone()) return showGone()
    if (page.visibilityState !== 'visible' || !host.isConnected) return
    counts += 1
    draw()
    const changesSoon = model?.answer?.counts || model?.state.kind === 'collecting'
    if (changesSoon || counts % REFRESH_EVERY === 0) refreshSoon()
  }, COUNT_DOWN)
  return {
    refreshSoon,
    showGone,
    showLayout: (trouble) => {
      layout = trouble
      draw()
    },
  }
}

const viewportOf = (width: number): Viewport => (width < 600 ? 'narrow' : width < 1100 ? 'medium' : 'wide')
