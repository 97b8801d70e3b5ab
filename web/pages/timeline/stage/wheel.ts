import { momentAt, panBy, zoomAbout, lengthOf, type View } from '../view/view.ts'

/** What of a wheel's turn counts; in CSS pixels, whatever unit the browser gives. */
export interface Turn {
  readonly deltaX: number
  readonly deltaY: number
  readonly deltaMode: number
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/** WheelEvent.DOM_DELTA_LINE and DOM_DELTA_PAGE in pixels, about. */
const UNIT = [1, 16, 400] as const

/** One click of a common wheel (100 px) makes the view a quarter longer or shorter. */
const PER_PIXEL = Math.log(1.25) / 100
/** A pinch on a track pad comes as a wheel with Ctrl, in much smaller steps. */
const PINCH_PER_PIXEL = 0.01
/** So that one flick of a fast wheel does not cross the whole history. */
const MOST = 240

/**
 * The view after a turn of the wheel with the pointer at `x`: with Ctrl or Cmd up and down zoom at the pointer, sideways
 * (or with Shift) pans. Null for a plain turn, which scrolls the page.
 */
export function viewAfterTurn(view: View, turn: Turn, x: number, width: number): View | null {
  const unit = UNIT[turn.deltaMode] ?? 1
  const [dx, dy] = [turn.deltaX * unit, turn.deltaY * unit]
  const sideways = turn.shiftKey ? dx || dy : Math.abs(dx) > Math.abs(dy) ? dx : 0
  if (sideways !== 0) return panBy(view, (sideways / width) * lengthOf(view))
  if (!turn.ctrlKey && !turn.metaKey) return null
  const isPinch = Math.abs(dy) < 40
  const travel = Math.max(-MOST, Math.min(MOST, dy))
  return zoomAbout(view, momentAt(x, view, width), Math.exp(travel * (isPinch ? PINCH_PER_PIXEL : PER_PIXEL)))
}
