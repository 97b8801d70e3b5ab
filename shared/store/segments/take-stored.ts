import { itemsIn } from './codec.ts'
import { rowsUnder } from './key-range.ts'
import type { Header } from '../database/schema.ts'
import { openSegment } from './segment.ts'
import type { Shelf } from './shelf.ts'
import type { Store } from '../database/store.ts'
import { writeSegment } from './write-segment.ts'

/**
 * Takes the items with these ids out of their segments, and gives them as they were stored, which is before rows of
 * tables are absorbed. Must run inside a transaction over `evidenceTables`.
 */
export async function takeStored<Item extends { readonly id: string }, Columns>(
  shelf: Shelf<Item, Columns>,
  store: Store,
  account: string,
  ids: ReadonlySet<string>,
): Promise<Item[]> {
  if (ids.size === 0) return []
  const taken: Item[] = []
  for (const header of await rowsUnder(store.headers, account, shelf.kind).toArray()) {
    const segment = await shelf.table(store).get(keyOf(header))
    if (!segment) continue
    const open = openSegment(shelf.codec, segment)
    const rows = Array.from({ length: open.length }, (_, row) => row)
    if (!rows.some((row) => ids.has(open.idAt(row)))) continue
    const items = itemsIn(open)
    for (const item of items) if (ids.has(item.id)) taken.push(item)
    const rest = items.filter(({ id }) => !ids.has(id))
    await writeSegment(shelf, store, account, segment, rest)
  }
  return taken
}

const keyOf = ({ account, basis, day }: Header) => [account, basis, day] as const
