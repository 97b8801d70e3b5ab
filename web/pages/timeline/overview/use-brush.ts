import { useEffect, useRef, type RefObject } from 'react'
import type { Span } from '../../../../shared/time/span.ts'
import { goTo } from '../../../state/use-place.ts'
import type { Stage } from '../stage/stage.ts'
import { asSpan, clampView, lengthOf, momentAt, panBy, type View, viewBetween } from '../view/view.ts'
import { moveEdge } from './move-edge.ts'

/** A press that moves less than this, in CSS pixels, is a click: it brings what is pressed into the middle. */
const SLOP = 4

type Grip = (at: number) => View

/**
 * The brush over the history, for pointers: an edge follows the pointer, the window is moved by what lies between its
 * edges, and anywhere else a press draws a new one.
 */
export function useBrush(
  stage: Stage,
  bounds: Span,
  box: RefObject<HTMLElement | null>,
  win: RefObject<HTMLElement | null>,
): void {
  // Not what the listeners hang on: while a pointer rests the page is drawn anew, and its grip must not be lost.
  const limits = useRef(bounds)
  useEffect(() => {
    limits.current = bounds
  })
  useEffect(() => {
    const track = box.current
    if (!track) return
    const momentOf = ({ clientX }: PointerEvent) => {
      const rect = track.getBoundingClientRect()
      return momentAt(clientX - rect.left, limits.current, rect.width)
    }
    let grip: Grip | null = null
    let begun = 0
    let dragged = false
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return
      const first = momentOf(event)
      const view = stage.view()
      const edge = event.target instanceof HTMLElement ? event.target.dataset['edge'] : undefined
      if (edge === 'from' || edge === 'to') grip = (at) => moveEdge(view, edge, at)
      else if (event.target === win.current) grip = (at) => clampView(panBy(view, at - first), limits.current)
      else grip = (at) => viewBetween(first, at)
      begun = event.clientX
      dragged = false
      track.setPointerCapture(event.pointerId)
    }
    const move = (event: PointerEvent) => {
      if (!grip || (!dragged && Math.abs(event.clientX - begun) < SLOP)) return
      dragged = true
      stage.move(grip(momentOf(event)))
    }
    const up = (event: PointerEvent) => {
      if (!grip) return
      grip = null
      if (dragged) return stage.settle()
      const half = lengthOf(stage.view()) / 2
      const at = momentOf(event)
      const isOnWindow = event.target === win.current
      if (!isOnWindow) goTo({ range: asSpan({ from: at - half, to: at + half }) })
    }
    track.addEventListener('pointerdown', down)
    track.addEventListener('pointermove', move)
    track.addEventListener('pointerup', up)
    track.addEventListener('pointercancel', up)
    return () => {
      track.removeEventListener('pointerdown', down)
      track.removeEventListener('pointermove', move)
      track.removeEventListener('pointerup', up)
      track.removeEventListener('pointercancel', up)
    }
  }, [stage, box, win])
}
