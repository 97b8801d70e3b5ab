import { morph } from './morph.ts'
import { createOwnHost, type OwnHost } from './own-host.ts'
import { renderStrip } from './render-strip.ts'
import { stateOf, type StripView } from './strip-view.ts'
import { STRIP_CSS } from './strip-css.ts'

export interface StripHost extends OwnHost {
  readonly draw: (view: StripView, theme: 'light' | 'dark') => void
  /** Says something to screen readers, once. */
  readonly say: (text: string) => void
}

/**
 * The strip's element. The live region stands outside of
 * what is redrawn, and its words change with the state alone: a screen reader hears news, not every refresh.
 */
export function createStripHost(page: Document): StripHost {
  const own = createOwnHost(page, 'quotascope-strip', STRIP_CSS)
  const { root } = own
  const region = page.createElement('p')
  region.className = 'sr'
  region.setAttribute('role', 'status')
  root.append(region)
  let kind: string | null = null

  return {
    ...own,
    draw: (view, theme) => {
      const state = stateOf(view)
      const wanted = renderStrip(page, view)
      const live = root.querySelector('section')
      own.change((host) => {
        host.dataset['theme'] = theme
        host.toggleAttribute('data-open', !view.collapsed)
      })
      if (live) morph(live, wanted)
      else root.append(wanted)
      // what it begins with, once something has come in, is not news
      const isNews = kind !== null && kind !== 'collecting' && kind !== state.kind
      if (isNews) region.textContent = state.text
      kind = state.kind
    },
    say: (text) => {
      region.textContent = text
    },
  }
}
