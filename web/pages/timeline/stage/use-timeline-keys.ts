import { useMemo, type FocusEvent, type KeyboardEvent } from 'react'
import { moveFocus } from '../lane/lane-keys.ts'
import { clampView, reveal, type View } from '../view/view.ts'
import { viewAfterKey } from './keys.ts'
import type { Stage } from './stage.ts'

const ZOOM_KEYS = '+=-_'

/**
 * Keys on the timeline. On the timeline itself arrows pan, `+` and `-` zoom, Home and End go to the ends of the history;
 * on an event the arrows lead to other events, and `+` and `-` zoom about it. What gets the focus is brought into sight.
 */
export function useTimelineKeys(stage: Stage, bounds: View) {
  const { from, to } = bounds
  return useMemo(
    () => ({
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        const onItself = event.target === event.currentTarget
        if (!onItself && moveFocus(event.key, event.currentTarget)) return event.preventDefault()
        if (!onItself && !ZOOM_KEYS.includes(event.key)) return
        const at =
          onItself || !(event.target instanceof HTMLElement)
            ? undefined
            : middleOf(event.target, stage.view())
        const view = viewAfterKey(stage.view(), event.key, event.shiftKey, { from, to }, at)
        if (!view) return
        event.preventDefault()
        stage.move(clampView(view, { from, to }))
      },
      onFocus: ({ target }: FocusEvent<HTMLElement>) => {
        const { at, to: end } = target.dataset
        if (at === undefined || end === undefined || !target.matches(':focus-visible')) return
        const view = reveal(stage.view(), { from: Number(at), to: Number(end) })
        if (view === stage.view()) return
        stage.move(view)
        stage.settle()
      },
    }),
    [stage, from, to],
  )
}

/** The middle of what of an event is in sight. */
function middleOf(event: HTMLElement, view: View): number | undefined {
  const { at, to } = event.dataset
  if (at === undefined || to === undefined) return undefined
  return (Math.max(Number(at), view.from) + Math.min(Number(to), view.to)) / 2
}
