import type { SlotTally, StretchTally } from '../../../../shared/analyse/blocks/stretch.ts'

/** Requests so far after so many hours, by day; null where nobody looked, so that the line breaks there. */
export interface CumulativeRow {
  /** Hours since what the days are lined up by. */
  readonly hour: number
  readonly totals: readonly (number | null)[]
}

/**
 * Running totals of several days at each full hour. An hour that was not observed and holds no row is unknown, not
 * zero: the line breaks there, and goes on from what had been counted.
 *
 *     hours        3  2  ?  1
 *     totals    0  3  5     5  6
 */
export function cumulativeRows(days: readonly StretchTally[]): readonly CumulativeRow[] {
  const lines = days.map(({ slots }) => runningTotals(slots))
  return Array.from({ length: hoursOf(days) + 1 }, (_, hour) => ({
    hour,
    totals: lines.map((line) => line.get(hour) ?? null),
  }))
}

/** How many hours the longest of the days has under its alignment. */
export const hoursOf = (days: readonly StretchTally[]): number =>
  days.flatMap(({ slots }) => slots).reduce((most, { slot }) => Math.max(most, slot + 1), 0)

/** True where a stretch says nothing: nobody looked, and nothing was seen by chance either. */
export const isUnknown = ({ requests, observedMs }: SlotTally): boolean => observedMs === 0 && requests === 0

function runningTotals(slots: readonly SlotTally[]): ReadonlyMap<number, number> {
  const totals = new Map<number, number>()
  let sum = 0
  for (const tally of slots) {
    if (isUnknown(tally)) continue
    totals.set(tally.slot, sum)
    sum += tally.requests
    totals.set(tally.slot + 1, sum)
  }
  return totals
}
