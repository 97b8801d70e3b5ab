/** Which entries of a long list are wanted. */
export interface Stretch {
  readonly offset: number
  readonly count: number
}

/** So many entries at once: a year may have a thousand, and the newest are looked for most. */
export const AT_ONCE = 50

/**
 * The entries to show of a list in which the one at `current` is looked at (-1: none of them is): those that were asked
 * for where it is among them, or none is; else the page of fifty that it is on.
 */
export function stretchAround(current: number, asked: Stretch | null): Stretch {
  const isThere = (at: number, { offset, count }: Stretch) => at >= offset && at < offset + count
  if (asked && (current < 0 || isThere(current, asked))) return asked
  return { offset: Math.floor(Math.max(0, current) / AT_ONCE) * AT_ONCE, count: AT_ONCE }
}
