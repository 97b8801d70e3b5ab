import type { Incident } from '../../../../shared/analyse/report.ts'

/**
 * Incidents with the newest on top. Those of an unknown zone are put by what the clock on the wall showed, which is right
 * to within half a day: an order for the eye, from which nothing follows.
 */
export const newestFirst = (incidents: readonly Incident[]): readonly Incident[] =>
  incidents.toSorted((a, b) => beginOf(b) - beginOf(a))

const beginOf = ({ block }: Incident): number => block.span?.from ?? block.local?.from ?? -Infinity
