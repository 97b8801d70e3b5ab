import { itemsIn } from './codec.ts'
import { segmentsNear } from './near-segments.ts'
import { countPut, NOTHING_PUT, type PutCount } from '../put-summary.ts'
import { sameEvidence } from '../same-evidence.ts'
import { homeName, homeOf, type SegmentHome } from './segment-home.ts'
import type { Put, Speaker } from '../imports/speaker.ts'
import { noteRequestDays } from './request-days.ts'
import type { Shelf } from './shelf.ts'
import type { Store } from '../database/store.ts'
import { writeSegment } from './write-segment.ts'

/** A day that a put may touch: what lies there, as it was, and by id as it is to be. */
interface OpenDay<Item> {
  readonly home: SegmentHome
  readonly before: readonly Item[]
  readonly items: Map<string, Item>
  changed: boolean
}

type OpenDays<Item> = Map<string, OpenDay<Item>>

/**
 * Puts items into the segments of their days, each segment read, changed and written whole. An item that is known is
 * joined with what is known of it, and moves to another day when its time becomes better known. With a speaker it is noted
 * who says what, where not all say the same. Must run inside a transaction over `evidenceTables`.
 */
export async function putOnShelf<Item extends { readonly id: string }, Columns>(
  shelf: Shelf<Item, Columns>,
  store: Store,
  account: string,
  items: readonly Item[],
  speaker: Speaker | null = null,
): Promise<PutCount> {
  if (items.length === 0) return NOTHING_PUT
  const incoming = joinById(shelf, items)
  const days = await openDays(shelf, store, account, incoming)
  const puts = putAll(shelf, days, incoming)
  const homes = [...days.values()].map(({ home }) => home)
  await noteRequestDays(
    store,
    account,
    puts.flatMap(({ name, known, next, home }) => {
      const isNoted = known !== undefined && homeName(homeOf(shelf.whenOf(known))) === homeName(home)
      return isNoted || !shelf.mayLieOnOtherDay(next) ? [] : [{ id: name, home }]
    }),
  )
  if (speaker && shelf.disputed) await speaker.note({ kind: shelf.disputed, join: shelf.join }, homes, puts)
  const changed = [...days.values()].filter((day) => day.changed)
  for (const day of changed) await writeSegment(shelf, store, account, day.home, [...day.items.values()])
  return countPut(
    changed.flatMap((day) => shelf.visible(day.before)),
    changed.flatMap((day) => shelf.visible([...day.items.values()])),
    shelf.visible([...incoming.values()]).length,
    ({ id }) => id,
  )
}

function joinById<Item extends { readonly id: string }>(
  { join }: Pick<Shelf<Item, never>, 'join'>,
  items: readonly Item[],
): Map<string, Item> {
  const byId = new Map<string, Item>()
  for (const item of items) {
    const known = byId.get(item.id)
    byId.set(item.id, known ? join(known, item) : item)
  }
  return byId
}

async function openDays<Item extends { readonly id: string }, Columns>(
  shelf: Shelf<Item, Columns>,
  store: Store,
  account: string,
  incoming: ReadonlyMap<string, Item>,
): Promise<OpenDays<Item>> {
  const near = await segmentsNear(shelf, store, account, incoming)
  return new Map(
    near.map(({ home, open }) => {
      const before = itemsIn(open)
      const items = new Map(before.map((item) => [item.id, item]))
      return [homeName(home), { home, before, items, changed: false }]
    }),
  )
}

function putAll<Item extends { readonly id: string }>(
  { join, whenOf }: Pick<Shelf<Item, never>, 'join' | 'whenOf'>,
  days: OpenDays<Item>,
  incoming: ReadonlyMap<string, Item>,
): readonly Put<Item>[] {
  const puts: Put<Item>[] = []
  const stored = [...days.values()]
  for (const item of incoming.values()) {
    const [from, ...others] = stored.filter((day) => day.items.has(item.id))
    const known = others.reduce<Item | undefined>((one, { items }) => {
      const other = items.get(item.id)
      return one && other ? join(one, other) : one
    }, from?.items.get(item.id))
    for (const day of others) {
      // kept twice before it was noted on which day a request lies
      day.items.delete(item.id)
      day.changed = true
    }
    const joined = known ? join(known, item) : item
    const home = homeOf(whenOf(joined))
    puts.push({ name: item.id, known, next: item, home })
    if (others.length === 0 && known && sameEvidence(known, joined)) continue
    const to = dayFor(days, home)
    if (from && from !== to) {
      from.items.delete(item.id)
      from.changed = true
    }
    to.items.set(item.id, joined)
    to.changed = true
  }
  return puts
}

function dayFor<Item>(days: OpenDays<Item>, home: SegmentHome): OpenDay<Item> {
  const name = homeName(home)
  const known = days.get(name)
  if (known) return known
  const opened: OpenDay<Item> = { home, before: [], items: new Map(), changed: false }
  days.set(name, opened)
  return opened
}
