import { systemClock } from '../../shared/time/clock.ts'
import { createMarkLayer } from './marks/mark-layer.ts'
import { pageLanguage, pageTheme } from './page-look.ts'
import type { StripPosition } from './place/strip-position.ts'
import type { StripHost } from './strip-host.ts'
import type { StripView } from './strip-view.ts'

/** What a drawing shows, wherever the strip stands and however the page looks. */
type Shown = Pick<StripView, 'model' | 'gone' | 'silent' | 'layout' | 'twinOpen'>

export interface OverlayPicture {
  readonly shown: () => Shown
  /** Draws the strip, with what has changed. */
  readonly draw: (change?: Partial<Shown>) => void
  /** Marks the rows of the page's tables. */
  readonly mark: () => void
  /** Whether the page has changed its language or theme since. */
  readonly isOutdated: () => boolean
  readonly removeMarks: () => void
  /** Marks no more rows, for good. */
  readonly stopMarking: () => void
}

/** Draws strip and marks in the page's language and theme. */
export function createOverlayPicture(
  page: Document,
  strip: StripHost,
  position: Pick<StripPosition, 'isDocked' | 'isCollapsed'>,
): OverlayPicture {
  const layer = createMarkLayer(page)
  let shown: Shown = { model: null, gone: false, silent: false, layout: null, twinOpen: false }
  let drawnFor = ''
  return {
    shown: () => shown,
    draw: (change) => {
      shown = { ...shown, ...change }
      const language = pageLanguage(page)
      const theme = pageTheme(page)
      drawnFor = `${language} ${theme}`
      const place = position.isDocked() ? 'docked' : 'pill'
      const collapsed = position.isCollapsed()
      strip.draw({ ...shown, collapsed, language, place, now: systemClock.now() }, theme)
    },
    mark: () => {
      const lang = pageLanguage(page) === 'zh' ? 'zh-CN' : 'en'
      const { gone, model } = shown
      layer.show(gone ? null : (model?.marks ?? null), model?.words.marks ?? '', pageTheme(page), lang)
    },
    isOutdated: () => drawnFor !== `${pageLanguage(page)} ${pageTheme(page)}`,
    removeMarks: () => layer.remove(),
    stopMarking: () => layer.stop(),
  }
}
