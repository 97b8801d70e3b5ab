import { Temporal } from 'temporal-polyfill'
import type { Brand } from './brand.ts'
import { MINUTE } from './duration.ts'
import { instant, type Instant } from './instant.ts'
import { fixedOffset, type KnownZone } from './zone.ts'

/** A wall-clock reading, in milliseconds as if it were UTC: 1970-01-01 00:00:00 is 0. Not an Instant. */
export type WallTime = Brand<number, 'WallTime'>

export const wallTime = (ms: number): WallTime => ms as WallTime

// 2026/03/02 17:25:14 · 2026-06-12 08:10:18.123 · 2026-07-22 09:08
const WALL = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T\u00a0]+(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?$/

/** Reads a date and time without a zone. Null when it is none, or names a day or an hour that does not exist. */
export function readWallTime(text: string): WallTime | null {
  const match = WALL.exec(text.trim())
  if (!match) return null
  const [year, month, day, hour, minute] = match.slice(1, 6).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const second = Number(match[6] ?? 0)
  if (hour > 23 || minute > 59 || second > 59) return null
  const ms = Date.UTC(
    year,
    month - 1,
    day,
    hour,
    minute,
    second,
    Number((match[7] ?? '').padEnd(3, '0').slice(0, 3)),
  )
  const back = new Date(ms)
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return null
  return wallTime(ms)
}

/** `2026-03-02 16:18:57` */
export const writeWallTime = (wall: WallTime): string =>
  new Date(wall).toISOString().slice(0, 19).replace('T', ' ')

/**
 * The instants at which the zone shows this wall time: usually one; two (earlier first) where clocks were set back; none
 * where they were set forward over it.
 */
export function instantsOfWall(wall: WallTime, zone: KnownZone): readonly Instant[] {
  const fixed = fixedOffset(zone)
  if (fixed !== null) return [instant(wall - fixed)]
  return offsetsOfWall(wall, zone).map((offset) => instant(wall - offset))
}

// All rules in force since 1990 change on a quarter hour, so one look-up serves a quarter hour of rows.
const QUARTER = 15 * MINUTE
const MEMO_LIMIT = 4096
const memo = new Map<string, readonly number[]>()

function offsetsOfWall(wall: WallTime, zone: KnownZone): readonly number[] {
  const quarter = Math.floor(wall / QUARTER) * QUARTER
  const key = `${zone} ${quarter}`
  const known = memo.get(key)
  if (known) return known
  if (memo.size >= MEMO_LIMIT) memo.clear()
  const offsets = lookUpOffsets(quarter, zone)
  memo.set(key, offsets)
  return offsets
}

function lookUpOffsets(wall: number, zone: KnownZone): readonly number[] {
  const plain = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime()
  const at = (disambiguation: 'earlier' | 'later') => plain.toZonedDateTime(zone, { disambiguation })
  const found = [at('earlier'), at('later')]
    .filter((zoned) => zoned.toPlainDateTime().equals(plain)) // a skipped time comes back moved
    .map((zoned) => zoned.offsetNanoseconds / 1e6)
  return [...new Set(found)]
}
