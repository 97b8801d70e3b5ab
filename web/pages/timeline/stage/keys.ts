import { lengthOf, panBy, zoomAbout, type View } from '../view/view.ts'

/** How much of what is in sight an arrow moves by; with Shift almost all of it. */
const STEP = 0.15
const PAGE = 0.9
/** `+` and `-` halve and double in two presses. */
const ZOOM = Math.SQRT2

/** The view that a key leads to; null where the key is none of the timeline's. `bounds` is the history. */
export function viewAfterKey(
  view: View,
  key: string,
  shift: boolean,
  bounds: View,
  at?: number,
): View | null {
  const length = lengthOf(view)
  const middle = at ?? (view.from + view.to) / 2
  switch (key) {
    case 'ArrowLeft':
      return panBy(view, -length * (shift ? PAGE : STEP))
    case 'ArrowRight':
      return panBy(view, length * (shift ? PAGE : STEP))
    case 'PageUp':
      return panBy(view, -length * PAGE)
    case 'PageDown':
      return panBy(view, length * PAGE)
    case 'Home':
      return { from: bounds.from, to: bounds.from + length }
    case 'End':
      return { from: bounds.to - length, to: bounds.to }
    case '+':
    case '=':
      return zoomAbout(view, middle, 1 / ZOOM)
    case '-':
    case '_':
      return zoomAbout(view, middle, ZOOM)
    default:
      return null
  }
}
