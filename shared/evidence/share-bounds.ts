import type { CallCost } from './kinds/call-cost.ts'

/** Lower and upper bound of a share of the monthly pool, in percentage points. */
export interface ShareBounds {
  readonly min: number
  readonly max: number
}

/** Printed shares have at most four decimals; summed as integers of this unit they stay exact. */
const PARTS = 1_000_000

/**
 * The sum of shares, each of which is known only as printed:
 *
 *     0.14 % and < 0.01 %  →  0.13 … 0.16
 *
 * For each, nothing below zero; what was printed as "less than" adds nothing to the one and all of it to the other.
 */
export function shareBounds(
  costs: Iterable<Pick<CallCost, 'percent' | 'below' | 'resolution'>>,
): ShareBounds {
  let min = 0
  let max = 0
  for (const { percent, below, resolution } of costs) {
    if (!below) min += Math.max(0, Math.floor(partsOf(percent - resolution)))
    max += Math.ceil(partsOf(below ? percent : percent + resolution))
  }
  return { min: min / PARTS, max: max / PARTS }
}

/** Without floating-point error: 0.14 - 0.01 is 0.13. */
const partsOf = (percent: number): number => Number((percent * PARTS).toFixed(3))
