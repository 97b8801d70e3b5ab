import type { Span } from '../../time/span.ts'
import { itemsIn } from './codec.ts'
import { rowsUnder } from './key-range.ts'
import type { Header } from '../database/schema.ts'
import { openSegment, sortByTime, type Segment } from './segment.ts'
import type { Shelf } from './shelf.ts'
import type { Store } from '../database/store.ts'

/** All items of a kind as readers see them, by basis, day and time. */
export async function itemsOn<Item extends { readonly id: string }, Columns>(
  shelf: Shelf<Item, Columns>,
  store: Store,
  account: string,
): Promise<Item[]> {
  const segments = await rowsUnder(shelf.table(store), account).toArray()
  return segments.flatMap((segment) => visibleIn(shelf, segment))
}

/** All items of a kind as they are stored, which is before rows of tables are absorbed. */
export async function storedOn<Item extends { readonly id: string }, Columns>(
  shelf: Shelf<Item, Columns>,
  store: Store,
  account: string,
): Promise<Item[]> {
  const segments = await rowsUnder(shelf.table(store), account).toArray()
  return segments.flatMap((segment) => itemsIn(openSegment(shelf.codec, segment)))
}

/** The items of the segments with these headers, in that order. */
export async function itemsUnder<Item extends { readonly id: string }, Columns>(
  shelf: Shelf<Item, Columns>,
  store: Store,
  headers: readonly Header[],
): Promise<Item[]> {
  const keys = headers.map(({ account, basis, day }) => [account, basis, day] as const)
  const segments = await shelf.table(store).bulkGet(keys)
  return segments.flatMap((segment) => (segment ? visibleIn(shelf, segment) : []))
}

/** Also for an extent of no length, which is a moment. */
export const touches = (extent: Span, range: Span) =>
  extent.from < range.to && (extent.to > range.from || extent.from >= range.from)

/** The items of a segment as readers see them. */
export function visibleIn<Item extends { readonly id: string }, Columns>(
  shelf: Shelf<Item, Columns>,
  segment: Segment<Columns>,
): readonly Item[] {
  const items = itemsIn(openSegment(shelf.codec, segment))
  const visible = shelf.visible(items)
  return visible === items ? items : sortByTime(visible, shelf.whenOf)
}
