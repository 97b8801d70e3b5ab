import type { Look, Viewport } from '../../messages/look.ts'

/** Where it is kept how the reader left the strip, for each width of window. */
export interface LookSource {
  readonly look: (viewport: Viewport) => Promise<Look | null>
  readonly keepLook: (viewport: Viewport, look: Look) => void
}

export interface KeptLook {
  readonly now: () => Look
  readonly change: (part: Partial<Look>) => void
  /**
   * Calls back with `now` as it is for a window so wide, in CSS pixels: at once where it is in use or being read, else when
   * it has been read, and not at all where another width was asked for meanwhile.
   */
  readonly use: (width: number, then: (isNew: boolean) => void) => Promise<void>
}

const UNTOUCHED: Look = { collapsed: false, place: null }

/** How the reader left the strip on a window of this width: read once, and kept with each change. */
export function createKeptLook(source: LookSource): KeptLook {
  let look = UNTOUCHED
  let viewport: Viewport | null = null
  return {
    now: () => look,
    change: (part) => {
      look = { ...look, ...part }
      if (viewport) source.keepLook(viewport, look)
    },
    use: async (width, then) => {
      const wanted = viewportOf(width)
      if (wanted === viewport) return then(false)
      viewport = wanted
      const kept = await source.look(wanted)
      if (viewport !== wanted) return
      look = kept ?? UNTOUCHED
      then(true)
    },
  }
}

const viewportOf = (width: number): Viewport => (width < 600 ? 'narrow' : width < 1100 ? 'medium' : 'wide')
