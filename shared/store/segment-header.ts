import { instant } from '../time/instant.ts'
import { byteCount } from './byte-count.ts'
import type { Header } from './schema.ts'
import type { Segment } from './segment.ts'
import type { Shelf } from './shelf.ts'

/** The header of a segment of which readers see `visible`. */
export function headerOf<Item extends { readonly id: string }, Columns>(
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
