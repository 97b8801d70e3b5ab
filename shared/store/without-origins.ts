import type { Origin } from '../evidence/origin.ts'

/** What was read somewhere. */
export interface Read {
  readonly origins: readonly Origin[]
}

/** Null for an item read only in these captures; the same object for one read in none of them. */
export function withoutOrigins<Item extends Read>(item: Item, captures: ReadonlySet<string>): Item | null {
  const origins = item.origins.filter(({ capture }) => !captures.has(capture))
  if (origins.length === item.origins.length) return item
  return origins.length === 0 ? null : { ...item, origins }
}
