import type { PillPlace } from '../messages/look.ts'
import { placeOf, type Size } from './pill-place.ts'

export interface PillMover {
  readonly pill: () => { readonly left: number; readonly top: number } & Size
  readonly viewport: () => Size
  /** Shows the pill there; `done` when the reader has let go. */
  readonly moveTo: (place: PillPlace, done: boolean) => void
  readonly dragging: (now: boolean) => void
}

/** How far an arrow key moves the pill, in CSS pixels; with Shift, four times as far. */
const STEP = 16
const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Lets the pill be moved by its grip, with a pointer of any kind or the arrow keys; never out of the window. */
export function movePill(root: ShadowRoot, mover: PillMover): void {
  root.addEventListener('pointerdown', (event) => {
    if (!(event instanceof PointerEvent) || event.button !== 0) return
    const grip = gripOf(event)
    if (!grip) return
    event.preventDefault() // no selection of the page's text on the way
    grip.focus()
    drag(grip, event, mover)
  })
  root.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || !gripOf(event)) return
    const direction = DIRECTIONS[event.key]
    if (!direction) return
    event.preventDefault()
    const far = event.shiftKey ? 4 * STEP : STEP
    const { left, top, ...size } = mover.pill()
    const corner = { left: left + direction[0] * far, top: top + direction[1] * far }
    mover.moveTo(placeOf(corner, size, mover.viewport()), true)
  })
}

function drag(grip: HTMLElement, start: PointerEvent, mover: PillMover): void {
  const { left, top, ...size } = mover.pill()
  const placeAt = ({ clientX, clientY }: PointerEvent) =>
    placeOf(
      { left: left + clientX - start.clientX, top: top + clientY - start.clientY },
      size,
      mover.viewport(),
    )
  const stop = new AbortController()
  const follow = { signal: stop.signal }
  const end = (event: PointerEvent, place: PillPlace | null) => {
    if (event.pointerId !== start.pointerId) return
    stop.abort()
    mover.dragging(false)
    if (place) mover.moveTo(place, true)
  }
  grip.setPointerCapture(start.pointerId)
  mover.dragging(true)
  grip.addEventListener('pointermove', (event) => mover.moveTo(placeAt(event), false), follow)
  grip.addEventListener('pointerup', (event) => end(event, placeAt(event)), follow)
  grip.addEventListener(
    'pointercancel',
    (event) => end(event, placeOf({ left, top }, size, mover.viewport())),
    follow,
  )
}

const gripOf = ({ target }: Event): HTMLElement | null =>
  target instanceof HTMLElement ? target.closest<HTMLElement>('.grip') : null
