import type { Language } from '../../shared/time/format.ts'
import type { ConsolePlace } from '../messages/console-place.ts'
import type { OverlayModel } from '../messages/overlay-model.ts'
import { isWatchedPath } from '../page/known-layout.ts'
import { createOverlayPicture } from './overlay-picture.ts'
import { pageLanguage } from './page-look.ts'
import type { LookSource } from './place/kept-look.ts'
import { createStripPosition } from './place/strip-position.ts'
import { createRefresh } from './refresh-model.ts'
import { listenToReader } from './strip-controls.ts'
import { createStripHost } from './strip-host.ts'
import type { LayoutTrouble } from './strip-view.ts'
import { watchPage } from './watch-page.ts'

export interface OverlaySource extends LookSource {
  /** The model in the page's language, however long it takes; null when the worker has none to give. */
  readonly refresh: (language: Language) => Promise<OverlayModel | null>
  readonly openConsole: (place?: ConsolePlace) => void
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

/** Countdowns are in minutes, and run without the worker, which sleeps unless something has come in. */
const COUNT_DOWN = 60_000
/**
 * The lane moves on, and a reset that was due may be so no longer: every so many counts. An answer that says how long it
 * still lasts is asked for at each, and so is a strip that has nothing to show yet.
 */
const REFRESH_EVERY = 10

/** Draws the strip on the console pages of a single-page app, and keeps it in its place. */
export function mountOverlay(page: Document, source: OverlaySource): Overlay {
  const strip = createStripHost(page)
  const { host } = strip
  const position = createStripPosition(strip, source, (appeared) => {
    picture.draw()
    if (appeared) refreshSoon()
  })
  const picture = createOverlayPicture(page, strip, position)
  const refreshSoon = createRefresh({
    canAsk: () => !picture.shown().gone && host.isConnected,
    ask: () => source.refresh(pageLanguage(page)),
    onLate: () => picture.draw({ silent: true }),
    onAnswer: (model) => {
      picture.draw({ silent: false, ...(model && { model }) })
      picture.mark()
      if (!position.isDocked()) position.settle()
    },
  })
  const showGone = () => {
    if (picture.shown().gone) return
    picture.draw({ gone: true })
    picture.mark()
    // nothing that comes from here on can be kept: leave the page alone
    stopWatching()
    picture.stopMarking()
    clearInterval(counting)
    source.onGone()
  }
  const onPage = () => {
    if (source.isGone()) showGone()
    if (!isWatchedPath(page.location.pathname)) {
      position.leave()
      picture.removeMarks()
      return
    }
    position.enter(onPage)
    if (host.isConnected && picture.isOutdated()) {
      picture.draw()
      refreshSoon()
    }
    picture.mark()
  }
  listenToReader(strip, position, picture, source.openConsole)
  const stopWatching = watchPage(page, () => isWatchedPath(page.location.pathname), onPage)
  let counts = 0
  const counting = setInterval(() => {
    if (source.isGone()) return showGone()
    if (page.visibilityState !== 'visible' || !host.isConnected) return
    counts += 1
    picture.draw()
    const { model } = picture.shown()
    const changesSoon = model?.answer?.counts || model?.state.kind === 'collecting'
    if (changesSoon || counts % REFRESH_EVERY === 0) refreshSoon()
  }, COUNT_DOWN)
  return { refreshSoon, showGone, showLayout: (layout) => picture.draw({ layout }) }
}
