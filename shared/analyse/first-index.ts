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
