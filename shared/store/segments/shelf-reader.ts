import { rowsUnder } from './key-range.ts'
import { sameEvidence } from '../same-evidence.ts'
import type { Header } from '../database/schema.ts'
import type { Segment } from './segment.ts'
import { nullIfDamaged, type DamagedDay } from './damaged-day.ts'
import { homeName, type SegmentHome } from './segment-home.ts'
import type { Shelf } from './shelf.ts'
import type { Store } from '../database/store.ts'

interface HeldDay<Item> {
  readonly stamp: string
  readonly items: readonly Item[]
  /** It is damaged: none of its items are held. */
  readonly damaged: boolean
}

/** The result of a read: items that are new or more complete, and whether any was removed or moved in time. */
export interface ShelfChanges<Item> {
  readonly fresh: readonly Item[]
  readonly moved: boolean
}

/** Turns a segment into the items that are held; `before` are those that were held of the same day. */
export type Hold<Item, Columns> = (segment: Segment<Columns>, before: readonly Item[]) => readonly Item[]

/** How many segments are read per batch; progress is reported between batches. */
const AT_ONCE = 8

/** The items of one kind of an account; only the days that changed are read again. */
export class ShelfReader<Item extends { readonly id: string }, Columns> {
  private days: ReadonlyMap<string, HeldDay<Item>> = new Map()
  private all: readonly Item[] = []
  private closed: readonly SegmentHome[] = []

  constructor(
    private readonly shelf: Shelf<Item, Columns>,
    private readonly hold: Hold<Item, Columns>,
  ) {}

  /** All items, by basis, day and time. */
  items(): readonly Item[] {
    return this.all
  }

  /** Days that cannot be read back; the others are read all the same. */
  damagedDays(): readonly DamagedDay[] {
    return this.closed.map(({ basis, day }) => ({ kind: this.shelf.kind, basis, day }))
  }

  /** Must run inside a transaction. `onItems` is told how many items each portion had. */
  async read(store: Store, account: string, onItems: (count: number) => void): Promise<ShelfChanges<Item>> {
    const headers = await rowsUnder(store.headers, account, this.shelf.kind).toArray()
    const changed = headers.filter((header) => this.days.get(homeName(header))?.stamp !== header.stamp)
    const days = new Map<string, HeldDay<Item>>()
    for (let from = 0; from < changed.length; from += AT_ONCE) {
      const portion = changed.slice(from, from + AT_ONCE)
      for (const [name, day] of await this.readDays(store, account, portion)) days.set(name, day)
      onItems(portion.reduce((sum, { count }) => sum + count, 0))
    }
    return this.take(headers, days)
  }

  private async readDays(store: Store, account: string, headers: readonly Header[]) {
    const keys = headers.map(({ basis, day }) => [account, basis, day] as const)
    const segments = await this.shelf.table(store).bulkGet(keys)
    return headers.flatMap((header, index) => {
      const segment = segments[index]
      if (!segment) return []
      const name = homeName(header)
      const items = nullIfDamaged(() => this.hold(segment, this.days.get(name)?.items ?? []))
      const day = { stamp: header.stamp, items: items ?? [], damaged: items === null }
      return [[name, day] as const]
    })
  }

  private take(headers: readonly Header[], read: ReadonlyMap<string, HeldDay<Item>>): ShelfChanges<Item> {
    const before = this.days
    const days = new Map<string, HeldDay<Item>>()
    for (const header of headers) {
      const name = homeName(header)
      const day = read.get(name) ?? before.get(name)
      if (day) days.set(name, day)
    }
    const left = [...before].filter(([name, day]) => days.get(name) !== day)
    this.days = days
    this.closed = headers.filter((header) => days.get(homeName(header))?.damaged === true)
    if (read.size > 0 || left.length > 0) this.all = [...days.values()].flatMap(({ items }) => items)
    return newsIn(
      this.shelf,
      left.flatMap(([, { items }]) => items),
      [...read.values()].flatMap(({ items }) => items),
    )
  }
}

/** An item may have moved to another day: what was and what is, is compared over all days that changed. */
function newsIn<Item extends { readonly id: string }>(
  { whenOf }: Pick<Shelf<Item, never>, 'whenOf'>,
  before: readonly Item[],
  after: readonly Item[],
): ShelfChanges<Item> {
  const known = new Map(before.map((item) => [item.id, item]))
  if (known.size === 0) return { fresh: after, moved: false }
  let moved = false
  const fresh = after.filter((item) => {
    const same = known.get(item.id)
    if (!same) return true
    known.delete(item.id)
    if (same === item || sameEvidence(same, item)) return false
    moved ||= !sameEvidence(whenOf(same), whenOf(item))
    return true
  })
  return { fresh, moved: moved || known.size > 0 }
}
