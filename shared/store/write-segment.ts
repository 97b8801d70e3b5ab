import { packSegment } from './segment.ts'
import { headerOf } from './segment-header.ts'
import type { SegmentHome } from './segment-home.ts'
import type { Shelf } from './shelf.ts'
import type { Store } from './store.ts'

/**
 * Writes the items of one day whole, with the header that follows from them; without items, removes both.
 * Must run inside a transaction over the tables of `evidenceTables`.
 */
export async function writeSegment<Item extends { readonly id: string }, Columns>(
  shelf: Shelf<Item, Columns>,
  store: Store,
  account: string,
  home: SegmentHome,
  items: readonly Item[],
): Promise<void> {
  const { basis, day } = home
  if (items.length === 0) {
    await shelf.table(store).delete([account, basis, day])
    await store.headers.delete([account, shelf.kind, basis, day])
    return
  }
  const segment = packSegment(shelf.codec, shelf.whenOf, account, home, items)
  const visible = shelf.visible(items)
  await shelf.table(store).put(segment)
  await store.headers.put(headerOf(shelf, segment, visible))
}
