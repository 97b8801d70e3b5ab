import { lengthOf, LONGEST, momentAt, SHORTEST, type View } from '../view/view.ts'

/**
 * The view in which the moments under one or two fingers are under them again after they have moved: one finger pans, two
 * pan and zoom. Positions in pixels from the left of the track.
 *
 *     fingers    a      b                a, b: the moments that they hold
 *     moved     a         b              further apart: a shorter view
 */
export function viewUnderFingers(
  view: View,
  before: readonly number[],
  after: readonly number[],
  width: number,
): View {
  const [a0 = 0, b0 = a0] = before
  const [a1 = 0, b1 = a1] = after
  const held = momentAt((a0 + b0) / 2, view, width)
  const apart = Math.abs(b0 - a0)
  const factor = apart > 0 && Math.abs(b1 - a1) > 0 ? apart / Math.abs(b1 - a1) : 1
  const length = Math.min(LONGEST, Math.max(SHORTEST, lengthOf(view) * factor))
  const from = held - ((a1 + b1) / 2 / width) * length
  return { from, to: from + length }
}
