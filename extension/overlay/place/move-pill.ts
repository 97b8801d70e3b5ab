import type { PillPlace } from '../../messages/look.ts'
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

function drag(grip: HTMLElement, down: PointerEvent, mover: PillMover): void {
  const { left, top, ...size } = mover.pill()
  const placeAt = ({ clientX, clientY }: PointerEvent) =>
    placeOf(
      { left: left + clientX - down.clientX, top: top + clientY - down.clientY },
      size,
      mover.viewport(),
    )
  const start = placeOf({ left, top }, size, mover.viewport())
  let place = start
  const stop = new AbortController()
  const follow = { signal: stop.signal }
  const end = (at: PillPlace) => {
    stop.abort()
    mover.dragging(false)
    mover.moveTo(at, true)
  }
  grip.setPointerCapture(down.pointerId)
  mover.dragging(true)
  const move = (event: PointerEvent) => {
    place = placeAt(event)
    mover.moveTo(place, false)
  }
  grip.addEventListener('pointermove', move, follow)
  grip.addEventListener('pointerup', (event) => end(placeAt(event)), follow)
  grip.addEventListener('pointercancel', () => end(start), follow)
  grip.addEventListener('lostpointercapture', () => end(place), follow)
}

const gripOf = ({ target }: Event): HTMLElement | null =>
  target instanceof HTMLElement ? target.closest<HTMLElement>('.grip') : null
