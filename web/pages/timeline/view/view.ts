import { DAY_OF_HOURS, MINUTE } from '../../../../shared/time/duration.ts'
import { span, type Span } from '../../../../shared/time/span.ts'

/** The stretch that is in sight, in milliseconds. Not whole ones, as a Span's are: a gesture would add up its roundings. */
export interface View {
  readonly from: number
  readonly to: number
}

/** Nearer than a minute there is nothing to see: rows have whole seconds. */
export const SHORTEST = MINUTE
/** Twenty years. */
export const LONGEST = 7305 * DAY_OF_HOURS

export const lengthOf = ({ from, to }: View): number => to - from

/** The view as a Span of whole milliseconds. */
export const asSpan = ({ from, to }: View): Span => span(Math.round(from), Math.round(to))

/**
 * Makes the view `factor` times as long, and leaves the moment `at` where it is on the screen:
 *
 *     ├──────────at────┤        factor 0.5
 *           ├────at──┤
 *
 * At the shortest and the longest view it stops, still about that moment.
 */
export function zoomAbout(view: View, at: number, factor: number): View {
  const length = Math.min(LONGEST, Math.max(SHORTEST, lengthOf(view) * factor))
  const share = (at - view.from) / lengthOf(view)
  const from = at - share * length
  return { from, to: from + length }
}

/** Moves the view; positive is later. */
export const panBy = ({ from, to }: View, ms: number): View => ({ from: from + ms, to: to + ms })

/** So much of the view, or of the history where that is shorter, stays in sight. */
const KEPT = 0.1

/** Shifts the view until some of the history is in it: nobody should get lost where there is nothing. */
export function clampView(view: View, bounds: View): View {
  const kept = KEPT * Math.min(lengthOf(view), lengthOf(bounds))
  const tooEarly = bounds.from + kept - view.to
  const tooLate = view.from - (bounds.to - kept)
  if (tooEarly > 0) return panBy(view, tooEarly)
  return tooLate > 0 ? panBy(view, -tooLate) : view
}

/** The view moved as little as needed for a stretch to come into sight; one that is partly in sight stays where it is. */
export function reveal(view: View, { from, to }: View): View {
  if (from < view.to && to > view.from) return view
  const margin = lengthOf(view) * 0.1
  if (to <= view.from) return panBy(view, from - margin - view.from)
  return panBy(view, Math.min(to, from + lengthOf(view) - 2 * margin) + margin - view.to)
}

/** Half as much again on either side: what a short gesture brings into sight is already drawn. */
export function overscanOf(view: View): Span {
  const half = lengthOf(view) / 2
  return span(Math.floor(view.from - half), Math.ceil(view.to + half))
}

/** Where a moment lies, in pixels from the left of a track of that width. */
export const pixelOf = (at: number, view: View, width: number): number =>
  ((at - view.from) / lengthOf(view)) * width

/** The moment at a pixel. */
export const momentAt = (pixel: number, view: View, width: number): number =>
  view.from + (pixel / width) * lengthOf(view)

/** The view between two moments, whichever comes first. */
export function viewBetween(a: number, b: number): View {
  const [from, to] = a < b ? [a, b] : [b, a]
  const middle = (from + to) / 2
  const half = Math.min(LONGEST, Math.max(SHORTEST, to - from)) / 2
  return { from: middle - half, to: middle + half }
}
