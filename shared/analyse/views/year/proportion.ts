/** So many of so many, and between which shares it may really lie (95 %), each 0 to 1. */
export interface Proportion {
  readonly count: number
  readonly of: number
  readonly least: number
  readonly most: number
}

/** The 97.5th percentile of the normal distribution. */
const Z = 1.959964

/** A proportion with its Wilson score interval, which holds for few, and for none and all, as well (E. B. Wilson, 1927). */
export function proportion(count: number, of: number): Proportion {
  if (of === 0) return { count, of, least: 0, most: 1 }
  const share = count / of
  const middle = share + (Z * Z) / (2 * of)
  const half = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))
  const whole = 1 + (Z * Z) / of
  return {
    count,
    of,
    least: Math.max(0, (middle - half) / whole),
    most: Math.min(1, (middle + half) / whole),
  }
}

/** Whether two proportions lie apart with their intervals: chance alone seldom does that. */
export const areApart = (a: Proportion, b: Proportion): boolean => a.least > b.most || b.least > a.most
