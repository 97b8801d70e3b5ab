import type { PillPlace } from '../../messages/look.ts'
import type { OwnHost } from '../own-host.ts'
import { findStripPlace } from './find-strip-place.ts'
import { createKeptLook, type LookSource } from './kept-look.ts'
import { movePill } from './move-pill.ts'
import { LOWER_RIGHT } from './pill-place.ts'
import { dock, float, moveHost, viewportSize, type StripSpot } from './settle-strip.ts'

export interface StripPosition {
  readonly isDocked: () => boolean
  readonly isCollapsed: () => boolean
  /** Opens what is collapsed, and collapses what is open: as it is drawn from then on. */
  readonly toggle: () => void
  /** Lets a pill float at its place in the size that it has now. */
  readonly fit: () => void
  /** Puts the strip under the page's cards, or lets it float where there have been none for long. */
  readonly settle: () => void
  /** Settles the strip as it is left on windows of this width. Calls back once it is known whether cards will come. */
  readonly enter: (onCardsLate: () => void) => void
  /** Takes the strip off the page, until the next `enter`. */
  readonly leave: () => void
}

/** A page that draws its cards this late has none: then the pill takes the strip's place. */
const CARDS_BY = 2_500

/**
 * Where the strip stands on the page, and whether it is open there. `onMoved` draws it anew; it is told whether the strip
 * was not on the page before.
 */
export function createStripPosition(
  strip: OwnHost,
  looks: LookSource,
  onMoved: (appeared: boolean) => void,
): StripPosition {
  const { host } = strip
  const page = host.ownerDocument
  const look = createKeptLook(looks)
  const cards = waitForCards()
  let spot: StripSpot = 'docked'
  let dockedUnder: Element | null = null
  let pillOpen = false

  const fit = () => {
    if (spot !== 'docked') spot = float(strip, look.now().place ?? LOWER_RIGHT, !pillOpen)
  }
  const settle = () => {
    // as long as it stands under the cards there is nothing to look for
    const isThere = spot === 'docked' && host.isConnected && host.previousElementSibling === dockedUnder
    const under = (isThere && dockedUnder) || findStripPlace(page)
    if (!under && !cards.areLate()) return
    const before = host.isConnected ? spot : null
    dockedUnder = under
    if (under) {
      dock(strip, under)
      spot = 'docked'
    } else if (!pill.isHeld()) {
      spot = 'pill'
      fit()
    }
    if (before === spot) return
    onMoved(before === null)
    fit() // now that it has its size
  }
  const pill = letPillMove(strip, (place) => {
    look.change({ place })
    settle()
  })
  return {
    isDocked: () => spot === 'docked',
    isCollapsed: () => (spot === 'docked' ? look.now().collapsed : !pillOpen),
    toggle: () => {
      if (spot === 'docked') look.change({ collapsed: !look.now().collapsed })
      else pillOpen = !pillOpen
    },
    fit,
    settle,
    enter: (onCardsLate) => {
      cards.wait(onCardsLate)
      void look.use(viewportSize(page).width, (isNew) => {
        settle()
        if (isNew && host.isConnected) onMoved(false)
      })
    },
    leave: () => {
      host.remove()
      cards.forget()
    },
  }
}

/** Whether the page has had time enough to draw its cards. */
function waitForCards() {
  let grace: ReturnType<typeof setTimeout> | undefined
  let late = false
  return {
    areLate: () => late,
    wait: (onLate: () => void) => {
      grace ??= setTimeout(() => {
        late = true
        onLate()
      }, CARDS_BY)
    },
    forget: () => {
      clearTimeout(grace)
      grace = undefined
      late = false
    },
  }
}

/** Lets the reader move the pill; while it is held, nothing else may. */
function letPillMove(
  strip: OwnHost,
  onLetGo: (place: PillPlace) => void,
): { readonly isHeld: () => boolean } {
  const { host, root, change } = strip
  let held = false
  movePill(root, {
    pill: () => {
      const { left, top, width, height } = host.getBoundingClientRect() // its properties cannot be spread
      return { left, top, width, height }
    },
    viewport: () => viewportSize(host.ownerDocument),
    moveTo: (place, done) => {
      moveHost(strip, place)
      if (done) onLetGo(place)
    },
    dragging: (now) => {
      held = now
      change(() => host.toggleAttribute('data-dragging', now))
    },
  })
  return { isHeld: () => held }
}
