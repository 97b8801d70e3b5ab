import type { Language } from '../../shared/time/format.ts'
import type { OverlayModel } from '../messages/overlay-model.ts'
import { findStripPlace } from './find-strip-place.ts'
import { isWatchedPath } from './is-watched-path.ts'
import { pageLanguage, pageTheme } from './page-look.ts'
import { renderStrip } from './render-strip.ts'
import { STRIP_CSS } from './strip-css.ts'

export interface OverlaySource {
  /** The model in the page's language; null when the worker has none to give just now. */
  readonly refresh: (language: Language) => Promise<OverlayModel | null>
  readonly openConsole: () => void
}

export interface Overlay {
  /** Asks for a new model, once for several requests in a row. */
  readonly refreshSoon: () => void
  /** The extension was updated under the page: say so instead of showing what is no longer kept up to date. */
  readonly showGone: () => void
}

const SOON = 400
/** A single-page app moves and redraws without telling: look again this often, which costs nothing measurable. */
const LOOK_AGAIN = 1_000

/** Draws the strip on the console pages of a single-page app, and keeps it in its place. */
export function mountOverlay(page: Document, source: OverlaySource): Overlay {
  const host = page.createElement('quotascope-strip')
  const root = host.attachShadow({ mode: 'open' })
  const style = page.createElement('style')
  style.textContent = STRIP_CSS
  const body = page.createElement('div')
  root.append(style, body)

  let model: OverlayModel | null = null
  let gone = false
  let collapsed = false
  let planned: ReturnType<typeof setTimeout> | undefined

  const draw = () => {
    host.dataset['theme'] = pageTheme(page)
    const view = {
      model,
      gone,
      collapsed,
      language: pageLanguage(page),
      docked: host.dataset['place'] === 'docked',
    }
    body.replaceChildren(renderStrip(page, view, { toggle, open: source.openConsole }))
  }
  const toggle = (to: boolean) => {
    collapsed = to
    draw()
    root.querySelector<HTMLElement>('button.toggle')?.focus()
  }
  const refresh = async () => {
    planned = undefined
    if (gone || !host.isConnected) return
    model = (await source.refresh(pageLanguage(page))) ?? model
    draw()
  }
  const refreshSoon = () => {
    planned ??= setTimeout(() => void refresh(), SOON)
  }
  const place = () => {
    if (!isWatchedPath(page.location.pathname)) {
      host.remove()
      return
    }
    const spot = findStripPlace(page)
    const docked = spot ? 'docked' : 'pill'
    const wasThere = host.isConnected && host.dataset['place'] === docked
    if (wasThere && (!spot || spot.nextElementSibling === host)) return
    host.dataset['place'] = docked
    if (spot) spot.after(host)
    else page.body.append(host)
    draw()
    refreshSoon()
  }
  const look = () => {
    if (page.body) place()
  }
  host.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !collapsed) toggle(true)
  })
  page.addEventListener('DOMContentLoaded', look)
  setInterval(look, LOOK_AGAIN)
  return {
    refreshSoon,
    showGone: () => {
      gone = true
      draw()
    },
  }
}
