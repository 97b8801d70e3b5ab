/** How the items of one day are turned into columns and back. */
export interface Codec<Item, Packed> {
  readonly pack: (items: readonly Item[]) => Packed
  readonly open: (packed: Packed, length: number) => OpenSegment<Item>
}

/** A segment that has been read but not unpacked: items are made when somebody asks for them. */
export interface OpenSegment<Item> {
  readonly length: number
  readonly idAt: (row: number) => string
  readonly itemAt: (row: number) => Item
}

/** All items of a segment, in its order. */
export function itemsIn<Item>({ length, itemAt }: OpenSegment<Item>): Item[] {
  return Array.from({ length }, (_, row) => itemAt(row))
}
