import type { When } from '../evidence/when.ts'
import type { Span } from '../time/span.ts'
import type { Codec } from './codec.ts'
import type { ShelfKind } from './schema.ts'
import type { SegmentTable, Store } from './store.ts'

/**
 * A kind of evidence that lives in day segments: where they are kept, how a day becomes columns, and the rules that the
 * kind has of its own. Putting, reading, moving and dropping are written once, over shelves.
 */
export interface Shelf<Item extends { readonly id: string }, Columns> {
  readonly kind: ShelfKind
  readonly table: (store: Store) => SegmentTable<Columns>
  readonly codec: Codec<Item, Columns>
  /** The time that says on which day the item lives. */
  readonly whenOf: (item: Item) => When
  /** True where an item without a time may be known with one under the same id; then all days are searched for it. */
  readonly undatedMayBeDated: boolean
  /** From the first to the last moment that the item tells of; null where it is not dated in UTC. */
  readonly extentOf: (item: Item) => Span | null
  /** One item out of two with the same id. */
  readonly join: (known: Item, next: Item) => Item
  /** What readers see of the items of one segment. */
  readonly visible: (items: readonly Item[]) => readonly Item[]
  /** The captures that a segment's items name as their origins, where its columns tell; null where not. */
  readonly capturesIn: (columns: Columns) => readonly string[] | null
}
