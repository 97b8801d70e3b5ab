import { useEffect, useRef, type RefObject } from 'react'
import { clampView, type View } from '../view/view.ts'
import { viewUnderFingers } from './pinch.ts'
import type { Stage } from './stage.ts'
import { viewAfterTurn } from './wheel.ts'

/** A press that moves less than this is a click. */
const SLOP = 4
/** A scroll of the page that comes over the timeline within this time is still a scroll of the page. */
const SAME_SCROLL = 300

/**
 * Wheel, drag and pinch on `area`. The track that they act on is `track`: only its position and width count, so that
 * lanes of any number share one way to be moved.
 */
export function useGestures(
  stage: Stage,
  bounds: View,
  area: RefObject<HTMLElement | null>,
  track: RefObject<HTMLElement | null>,
): void {
  const limits = useRef(bounds)
  useEffect(() => {
    limits.current = bounds
  })
  useEffect(() => {
    const over = area.current
    const box = track.current
    if (!over || !box) return
    const go = (view: View) => stage.move(clampView(view, limits.current))
    const xOf = (event: MouseEvent) => event.clientX - box.getBoundingClientRect().left
    const stopWheel = listenToWheel(over, stage, xOf, go)
    const stopPointers = listenToPointers(over, stage, xOf, go)
    return () => {
      stopWheel()
      stopPointers()
    }
  }, [stage, area, track])
}

type Place = (event: MouseEvent) => number
type Go = (view: View) => void

function listenToWheel(over: HTMLElement, stage: Stage, xOf: Place, go: Go): () => void {
  let elsewhere = Number.NEGATIVE_INFINITY
  const note = (event: WheelEvent) => {
    if (event.target instanceof Node && !over.contains(event.target)) elsewhere = event.timeStamp
  }
  const turn = (event: WheelEvent) => {
    const x = xOf(event)
    // Over the names of the lanes the page scrolls, and so it does when the timeline came under the pointer by scrolling.
    const zooming = event.ctrlKey || event.metaKey
    if (!zooming && (x < 0 || x > stage.width())) return
    if (!zooming && event.timeStamp - elsewhere < SAME_SCROLL) {
      elsewhere = event.timeStamp
      return
    }
    event.preventDefault()
    go(viewAfterTurn(stage.view(), event, Math.max(0, Math.min(stage.width(), x)), stage.width()))
  }
  window.addEventListener('wheel', note, { passive: true, capture: true })
  over.addEventListener('wheel', turn, { passive: false })
  return () => {
    window.removeEventListener('wheel', note, { capture: true })
    over.removeEventListener('wheel', turn)
  }
}

function listenToPointers(over: HTMLElement, stage: Stage, xOf: Place, go: Go): () => void {
  const fingers = new Map<number, number>()
  let begun: number | null = null
  let dragged = false
  const down = (event: PointerEvent) => {
    const x = xOf(event)
    if (event.button !== 0 || x < 0 || x > stage.width()) return
    fingers.set(event.pointerId, x)
    if (fingers.size === 1) {
      begun = x
      dragged = false
    }
  }
  const move = (event: PointerEvent) => {
    const last = fingers.get(event.pointerId)
    if (last === undefined) return
    const x = xOf(event)
    if (!dragged && fingers.size === 1 && Math.abs(x - (begun ?? x)) < SLOP) return
    if (!dragged) {
      dragged = true
      // only now: a captured press would be a click on the area, not on what lies under the pointer
      over.setPointerCapture(event.pointerId)
    }
    const before = [...fingers.values()]
    fingers.set(event.pointerId, x)
    go(viewUnderFingers(stage.view(), before, [...fingers.values()], stage.width()))
  }
  const up = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId) || fingers.size > 0) return
    begun = null
    if (dragged) stage.settle()
  }
  const click = (event: MouseEvent) => {
    if (!dragged) return
    dragged = false
    event.stopPropagation()
    event.preventDefault()
  }
  over.addEventListener('pointerdown', down)
  over.addEventListener('pointermove', move)
  over.addEventListener('pointerup', up)
  over.addEventListener('pointercancel', up)
  over.addEventListener('click', click, { capture: true })
  return () => {
    over.removeEventListener('pointerdown', down)
    over.removeEventListener('pointermove', move)
    over.removeEventListener('pointerup', up)
    over.removeEventListener('pointercancel', up)
    over.removeEventListener('click', click, { capture: true })
  }
}
