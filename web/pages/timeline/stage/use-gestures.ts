import { useEffect, useRef, type RefObject } from 'react'
import { clampView, momentAt, viewBetween, type View } from '../view/view.ts'
import { viewUnderFingers } from './pinch.ts'
import type { Stage } from './stage.ts'
import { viewAfterTurn } from './wheel.ts'

/** A press that moves less than this is a click. */
const SLOP = 4

/** The elements that gestures act on, and what they may say. */
interface GestureParts {
  readonly area: RefObject<HTMLElement | null>
  /** Only its position and width count, so that lanes of any number share one way to be moved. */
  readonly track: RefObject<HTMLElement | null>
  /** Drawn over the stretch that is being chosen; it lies on the track. */
  readonly choice: RefObject<HTMLElement | null>
  /** The wheel was turned without a key: the page scrolls. */
  readonly onPlainTurn: () => void
}

/** Wheel, drag and pinch on the lanes. */
export function useGestures(
  stage: Stage,
  bounds: View,
  { area, track, choice, onPlainTurn }: GestureParts,
): void {
  const limits = useRef(bounds)
  useEffect(() => {
    limits.current = bounds
  })
  useEffect(() => {
    const over = area.current
    const box = track.current
    const chosen = choice.current
    if (!over || !box || !chosen) return
    const go = (view: View) => stage.move(clampView(view, limits.current))
    const xOf = (event: MouseEvent) => event.clientX - box.getBoundingClientRect().left
    const stopWheel = listenToWheel(over, stage, xOf, go, onPlainTurn)
    const stopPointers = listenToPointers(over, stage, xOf, go, chosen)
    return () => {
      stopWheel()
      stopPointers()
    }
  }, [stage, area, track, choice, onPlainTurn])
}

type Place = (event: MouseEvent) => number
type Go = (view: View) => void

/** A plain turn is the page's; `onPlainTurn` may say how to zoom. */
function listenToWheel(
  over: HTMLElement,
  stage: Stage,
  xOf: Place,
  go: Go,
  onPlainTurn: () => void,
): () => void {
  const turn = (event: WheelEvent) => {
    const x = xOf(event)
    const isZoom = event.ctrlKey || event.metaKey
    // over the names of the lanes only a zoom is the timeline's
    if (!isZoom && (x < 0 || x > stage.width())) return
    const view = viewAfterTurn(stage.view(), event, Math.max(0, Math.min(stage.width(), x)), stage.width())
    if (view === null) return onPlainTurn()
    event.preventDefault()
    go(view)
  }
  over.addEventListener('wheel', turn, { passive: false })
  return () => over.removeEventListener('wheel', turn)
}

/**
 * A finger moves the time, two zoom. A mouse draws a stretch, into which its release zooms; with Shift it moves the time.
 * `choice` is drawn over the stretch meanwhile.
 */
function listenToPointers(
  over: HTMLElement,
  stage: Stage,
  xOf: Place,
  go: Go,
  choice: HTMLElement,
): () => void {
  const fingers = new Map<number, number>()
  let begun: number | null = null
  let dragged = false
  let isChoosing = false
  const clampX = (x: number) => Math.max(0, Math.min(stage.width(), x))
  const momentUnder = (x: number) => momentAt(clampX(x), stage.view(), stage.width())
  const down = (event: PointerEvent) => {
    const x = xOf(event)
    if (event.button !== 0 || x < 0 || x > stage.width()) return
    fingers.set(event.pointerId, x)
    if (fingers.size === 1) {
      begun = x
      dragged = false
      isChoosing = event.pointerType === 'mouse' && !event.shiftKey
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
    if (isChoosing) drawChoice(choice, clampX(begun ?? x), clampX(x))
    else go(viewUnderFingers(stage.view(), before, [...fingers.values()], stage.width()))
  }
  const up = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId) || fingers.size > 0) return
    choice.hidden = true
    if (dragged && isChoosing && begun !== null && event.type === 'pointerup')
      go(viewBetween(momentUnder(begun), momentUnder(xOf(event))))
    begun = null
    if (dragged) stage.settle()
  }
  const click = (event: MouseEvent) => {
    if (!dragged) return
    dragged = false
    event.stopPropagation()
    event.preventDefault()
  }
  const listening = new AbortController()
  const { signal } = listening
  over.addEventListener('pointerdown', down, { signal })
  over.addEventListener('pointermove', move, { signal })
  over.addEventListener('pointerup', up, { signal })
  over.addEventListener('pointercancel', up, { signal })
  over.addEventListener('click', click, { capture: true, signal })
  return () => listening.abort()
}

function drawChoice(choice: HTMLElement, a: number, b: number): void {
  choice.hidden = false
  choice.style.transform = `translateX(${Math.min(a, b)}px)`
  choice.style.width = `${Math.abs(b - a)}px`
}
