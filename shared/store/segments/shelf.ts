import type { When } from '../../evidence/when.ts'
import type { Span } from '../../time/span.ts'
import type { Codec } from './codec.ts'
import type { DisputedKind, ShelfKind } from '../database/schema.ts'
import type { SegmentTable, Store } from '../database/store.ts'

/**
 * A kind of evidence stored in day segments: its table, how a day becomes columns, and rules specific to the kind.
 * Putting, reading, moving and dropping are written once, over shelves.
 */
export interface Shelf<Item extends { readonly id: string }, Columns> {
  readonly kind: ShelfKind
  /** Under which kind it is kept who says what of an item; null where all that an item says is in its id. */
  readonly disputed: DisputedKind | null
  readonly table: (store: Store) => SegmentTable<Columns>
  readonly codec: Codec<Item, Columns>
  /** The time that determines the day an item is stored under. */
  readonly whenOf: (item: Item) => When
  /** True if an undated item may be known as dated under the same id; then all days are searched for it. */
  readonly undatedMayBeDated: boolean
  /** True for an item of which another time may be told under the same id: on which day it lies is noted (`request-days.ts`). */
  readonly mayLieOnOtherDay: (item: Item) => boolean
  /** From the first to the last moment that the item tells of; null where it is not dated in UTC. */
  readonly extentOf: (item: Item) => Span | null
  /** Merges two items with the same id. */
  readonly join: (known: Item, next: Item) => Item
  /** The items of one segment as readers see them. */
  readonly visible: (items: readonly Item[]) => readonly Item[]
  /** The captures that a segment's items name as their origins, where its columns tell; null where not. */
  readonly capturesIn: (columns: Columns) => readonly string[] | null
}
