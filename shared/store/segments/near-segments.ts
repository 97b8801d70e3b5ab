import { addDays, type Day } from '../../time/day.ts'
import type { OpenSegment } from './codec.ts'
import { nullIfDamaged } from './damaged-day.ts'
import { rowsUnder } from './key-range.ts'
import { openSegment, type Segment, type SegmentKey } from './segment.ts'
import { requestDays } from './request-days.ts'
import { homeName, homeOf, type SegmentHome } from './segment-home.ts'
import type { Shelf } from './shelf.ts'
import type { Store } from '../database/store.ts'

/** A stored segment that a put may touch. */
export interface NearSegment<Item> {
  readonly home: SegmentHome
  readonly open: OpenSegment<Item>
}

/**
 * Offsets run from -12 to +14 hours, so two tellings of one row's time (stated, under one zone, under another, under
 * none) lie at most 26 hours apart: on days that differ by two.
 */
const DAYS_APART = [-2, -1, 0, 1, 2]

/** The segments on the days of these items, and those beside them that hold one of their ids. */
export async function segmentsNear<Item extends { readonly id: string }, Columns>(
  shelf: Shelf<Item, Columns>,
  store: Store,
  account: string,
  items: ReadonlyMap<string, Item>,
): Promise<NearSegment<Item>[]> {
  const homes = new Map(
    [...items.values()].map((item) => homeOf(shelf.whenOf(item))).map((home) => [homeName(home), home]),
  )
  const segments = await readNear(shelf, store, account, [...homes.values()])
  const near = segments.flatMap((home) => {
    // A day that cannot be read back takes nothing in, and is no reason for the days beside it to take nothing in.
    if (homes.has(homeName(home))) return [{ home, open: openSegment(shelf.codec, home) }]
    const open = nullIfDamaged(() => openHolding(shelf, home, items))
    return open ? [{ home, open }] : []
  })
  return [...near, ...(await segmentsFar(shelf, store, account, { items, near }))]
}

/** Segments of other days that hold one of these items under another time. */
async function segmentsFar<Item extends { readonly id: string }, Columns>(
  shelf: Shelf<Item, Columns>,
  store: Store,
  account: string,
  { items, near }: { readonly items: ReadonlyMap<string, Item>; readonly near: readonly NearSegment<Item>[] },
): Promise<NearSegment<Item>[]> {
  const missing = new Set<string>()
  for (const [id, item] of items) if (shelf.mayLieOnOtherDay(item)) missing.add(id)
  if (missing.size === 0) return []
  for (const { open } of near) for (let row = 0; row < open.length; row += 1) missing.delete(open.idAt(row))
  const days = missing.size === 0 ? [] : [...(await requestDays(store, account, missing))]
  const read = new Set(near.map(({ home }) => homeName(home)))
  const homes = days
    .flatMap((day) => (['utc', 'local'] as const).map((basis): SegmentHome => ({ basis, day })))
    .filter((home) => !read.has(homeName(home)))
  const found = await shelf
    .table(store)
    .bulkGet(homes.map(({ basis, day }) => [account, basis, day] as const))
  return found.flatMap((home) => {
    const open = home && nullIfDamaged(() => openHolding(shelf, home, items))
    return open ? [{ home, open }] : []
  })
}

async function readNear<Item extends { readonly id: string }, Columns>(
  shelf: Shelf<Item, Columns>,
  store: Store,
  account: string,
  homes: readonly SegmentHome[],
): Promise<Segment<Columns>[]> {
  const table = shelf.table(store)
  const undated = homes.some(({ basis }) => basis === 'undated')
  if (undated && shelf.undatedMayBeDated) return rowsUnder(table, account).toArray()
  const found = await table.bulkGet(keysNear(account, homes))
  return found.filter((segment) => segment !== undefined)
}

function keysNear(account: string, homes: readonly SegmentHome[]): SegmentKey[] {
  const days = new Set<Day>()
  for (const { day } of homes) if (day !== '') for (const n of DAYS_APART) days.add(addDays(day, n))
  const dated = [...days].flatMap((day): SegmentKey[] => [
    [account, 'utc', day],
    [account, 'local', day],
  ])
  return [...dated, [account, 'undated', '']]
}

function openHolding<Item extends { readonly id: string }, Columns>(
  shelf: Shelf<Item, Columns>,
  segment: Segment<Columns>,
  items: ReadonlyMap<string, Item>,
): OpenSegment<Item> | null {
  const open = openSegment(shelf.codec, segment)
  return holdsOneOf(open, items) ? open : null
}

/** Whether a segment holds an item with one of these ids. */
export function holdsOneOf(open: OpenSegment<unknown>, items: ReadonlyMap<string, unknown>): boolean {
  for (let row = 0; row < open.length; row += 1) if (items.has(open.idAt(row))) return true
  return false
}
