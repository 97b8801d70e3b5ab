import type { Span } from '../../../../shared/time/span.ts'
import { shareOf } from '../share-of.ts'

/**
 * How far apart the resets of one window lie, in CSS pixels: the gap in the middle when all are put in order, so that a
 * window that was set back once does not change how all others are drawn. Infinity where there are not two.
 */
export function resetRoom(
  resets: readonly { readonly at: number }[],
  drawn: Span,
  drawnWidth: number,
): number {
  const at = resets.map((reset) => (shareOf(reset.at, drawn) / 100) * drawnWidth).toSorted((a, b) => a - b)
  const gaps = at.slice(1).map((each, index) => each - (at[index] ?? each))
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? Number.POSITIVE_INFINITY
}
