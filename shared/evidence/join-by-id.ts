/**
 * The items in the order of their ids, those of one id joined. Lists that are in this order already are merged by a comparison an
 * item: no table of a million ids.
 */
export function joinById<T extends { readonly id: string }>(
  items: readonly T[],
  join: (first: T, others: readonly T[]) => T,
): T[] {
  const sorted = items.toSorted((a, b) => (a.id === b.id ? 0 : a.id < b.id ? -1 : 1))
  const joined: T[] = []
  for (let index = 0; index < sorted.length;) {
    const first = sorted[index]
    if (!first) break
    let end = index + 1
    while (sorted[end]?.id === first.id) end += 1
    joined.push(end === index + 1 ? first : join(first, sorted.slice(index + 1, end)))
    index = end
  }
  return joined
}
