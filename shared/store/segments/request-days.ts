import { groupBy } from '../../evidence/group-by.ts'
import { startOfDay, wallDay, type Day } from '../../time/day.ts'
import { DAY_OF_HOURS } from '../../time/duration.ts'
import { wallTime } from '../../time/wall.ts'
import type { RequestDays } from '../database/schema.ts'
import type { Store } from '../database/store.ts'
import { rowsUnder } from './key-range.ts'
import type { SegmentHome } from './segment-home.ts'

/*
 * On which days the rows with a request id lie, so that a request is found wherever its time says that it belongs: one id is
 * one request. Eight bytes a row, in shards by the first two digits of the id, so that a page of a few new rows touches a few
 * kilobytes however long the history is. It may name a day on which a row lies no longer; that costs a look.
 *
 *     record:9765d876a7…   →   shard 97, digits 65d876a7, day 20514
 */

const SHARD = { from: 'record:'.length, to: 'record:'.length + 2 }
const DIGITS = 8

const shardOf = (id: string): string => id.slice(SHARD.from, SHARD.to)
const digitsOf = (id: string): number => Number.parseInt(id.slice(SHARD.to, SHARD.to + DIGITS), 16) || 0

/** A row and the day that it lies on. */
export interface PlacedRow {
  readonly id: string
  readonly home: SegmentHome
}

/** Notes where rows lie; what has no day is found without. Must run inside a transaction over `evidenceTables`. */
export async function noteRequestDays(
  store: Store,
  account: string,
  rows: readonly PlacedRow[],
): Promise<void> {
  const byShard = groupBy(
    rows.filter(({ home }) => home.day !== ''),
    ({ id }) => shardOf(id),
  )
  const known = await shards(store, account, [...byShard.keys()])
  const grown = [...byShard].flatMap(([shard, placed]) =>
    withRows(known.get(shard) ?? empty(account, shard), placed),
  )
  if (grown.length > 0) await store.requestDays.bulkPut(grown)
}

/** The days on which some of these rows may lie. */
export async function requestDays(
  store: Store,
  account: string,
  ids: Iterable<string>,
): Promise<ReadonlySet<Day>> {
  const byShard = groupBy(ids, shardOf)
  const found = new Set<number>()
  for (const [shard, { digits, days }] of await shards(store, account, [...byShard.keys()])) {
    const wanted = new Set((byShard.get(shard) ?? []).map(digitsOf))
    for (const [index, each] of digits.entries()) if (wanted.has(each)) found.add(days[index] ?? 0)
  }
  return new Set([...found].map(dayOf))
}

/** The days on which a row lies that lies on another one, too. */
export async function daysOfRepeated(store: Store, account: string): Promise<ReadonlySet<Day>> {
  const found = new Set<number>()
  for (const { digits, days } of await rowsUnder(store.requestDays, account).toArray()) {
    const first = new Map<number, number>()
    for (const [index, each] of digits.entries()) {
      const day = days[index] ?? 0
      const other = first.get(each)
      if (other === undefined) first.set(each, day)
      else found.add(other).add(day)
    }
  }
  return new Set([...found].map(dayOf))
}

/** Forgets days before one that is dropped. */
export async function dropRequestDays(store: Store, account: string, before: Day): Promise<void> {
  const first = numberOf(before)
  for (const shard of await rowsUnder(store.requestDays, account).toArray())
    await keepOnly(store, shard, (_, day) => day >= first)
}

/** Forgets rows that are gone from where they lay. */
export async function forgetRequestDays(
  store: Store,
  account: string,
  rows: readonly PlacedRow[],
): Promise<void> {
  const byShard = groupBy(rows, ({ id }) => shardOf(id))
  for (const [name, shard] of await shards(store, account, [...byShard.keys()])) {
    const gone = new Set(
      (byShard.get(name) ?? []).map(
        ({ id, home }) => `${digitsOf(id)} ${home.day === '' ? '' : numberOf(home.day)}`,
      ),
    )
    await keepOnly(store, shard, (digits, day) => !gone.has(`${digits} ${day}`))
  }
}

async function keepOnly(
  store: Store,
  { account, shard, digits, days }: RequestDays,
  isKept: (digits: number, day: number) => boolean,
): Promise<void> {
  const kept = [...digits.keys()].filter((index) => isKept(digits[index] ?? 0, days[index] ?? 0))
  if (kept.length === digits.length) return
  if (kept.length === 0) await store.requestDays.delete([account, shard])
  else
    await store.requestDays.put({
      account,
      shard,
      digits: Uint32Array.from(kept, (index) => digits[index] ?? 0),
      days: Int32Array.from(kept, (index) => days[index] ?? 0),
    })
}

const empty = (account: string, shard: string): RequestDays => ({
  account,
  shard,
  digits: new Uint32Array(),
  days: new Int32Array(),
})

async function shards(
  store: Store,
  account: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, RequestDays>> {
  const found = await store.requestDays.bulkGet(names.map((shard) => [account, shard] as const))
  return new Map(found.flatMap((each) => (each ? [[each.shard, each] as const] : [])))
}

/** Nothing where all of them are noted. A shard has thousands of rows and a page one of them: only what is new is put into a table. */
function withRows(
  { account, shard, digits, days }: RequestDays,
  rows: readonly PlacedRow[],
): readonly RequestDays[] {
  const fresh = new Map<number, Set<number>>()
  for (const { id, home } of rows) {
    const on = fresh.get(digitsOf(id)) ?? new Set()
    fresh.set(digitsOf(id), on.add(home.day === '' ? 0 : numberOf(home.day)))
  }
  for (const [index, each] of digits.entries()) fresh.get(each)?.delete(days[index] ?? 0)
  const added = [...fresh].flatMap(([each, on]) => [...on].map((day) => ({ digits: each, day })))
  if (added.length === 0) return []
  const grown = {
    digits: new Uint32Array(digits.length + added.length),
    days: new Int32Array(digits.length + added.length),
  }
  grown.digits.set(digits)
  grown.days.set(days)
  for (const [index, each] of added.entries()) {
    grown.digits[digits.length + index] = each.digits
    grown.days[digits.length + index] = each.day
  }
  return [{ account, shard, ...grown }]
}

const numberOf = (day: Day): number => startOfDay(day) / DAY_OF_HOURS
const dayOf = (number: number): Day => wallDay(wallTime(number * DAY_OF_HOURS))
