import type { Span } from '../time/span.ts'

/**
 * The index of the first item for which `reached` holds, by halving; the length where it holds for none. The items are
 * sorted: once it holds for one, it holds for all after it.
 */
export function firstIndex<T>(items: readonly T[], reached: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const item = items[middle]
    if (item === undefined || reached(item)) high = middle
    else low = middle + 1
  }
  return low
}

/** The items that reach into a range, of items sorted by time that do not overlap each other. */
export function itemsReaching<T extends { readonly span: Span }>(
  items: readonly T[],
  range: Pick<Span, 'from' | 'to'>,
): readonly T[] {
  const first = firstIndex(items, ({ span }) => span.to > range.from)
  let end = first
  while ((items[end]?.span.from ?? Number.POSITIVE_INFINITY) < range.to) end += 1
  return items.slice(first, end)
}
