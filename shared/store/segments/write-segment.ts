import { packSegment, type Segment } from './segment.ts'
import type { SegmentHome } from './segment-home.ts'
import type { Shelf } from './shelf.ts'
import type { Store } from '../database/store.ts'
import { instant } from '../../time/instant.ts'
import { byteCount } from './byte-count.ts'
import type { Header } from '../database/schema.ts'

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

/** The header of a segment of which readers see `visible`. */
function headerOf<Item extends { readonly id: string }, Columns>(
  shelf: Shelf<Item, Columns>,
  segment: Segment<Columns>,
  visible: readonly Item[],
): Header {
  const { account, basis, day, columns } = segment
  let from = Infinity
  let to = -Infinity
  for (const item of visible) {
    const extent = shelf.extentOf(item)
    if (extent) {
      from = Math.min(from, extent.from)
      to = Math.max(to, extent.to)
    }
  }
  return {
    account,
    kind: shelf.kind,
    basis,
    day,
    count: visible.length,
    from: from === Infinity ? null : instant(from),
    to: to === -Infinity ? null : instant(to),
    bytes: byteCount(columns),
    stamp: crypto.randomUUID(),
  }
}
