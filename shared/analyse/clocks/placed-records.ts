import { placeWhen } from '../../evidence/local-time.ts'
import type { UsageRecord } from '../../evidence/kinds/usage-record.ts'
import type { When } from '../../evidence/when.ts'
import { instant, type Instant } from '../../time/instant.ts'
import { span, type Span } from '../../time/span.ts'
import { UNKNOWN_ZONE, type Zone } from '../../time/zone.ts'
import { joinZonelessCopies, type Originals } from './zoneless-copies.ts'

/** A row with the time that it has in its frame, in milliseconds. */
export interface PlacedRecord {
  readonly at: Instant
  readonly record: UsageRecord
}

/**
 * Rows that share a clock. The frame `utc` counts true instants. The frame `wall` holds rows without a zone: their
 * instants are what the wall clock showed, so they may be compared with each other but with nothing else.
 */
export interface Frame {
  readonly clock: 'utc' | 'wall'
  readonly records: readonly PlacedRecord[]
}

export interface Frames {
  readonly utc: Frame
  readonly wall: Frame
  /** Rows that are on neither clock: undated, or of a local time that the zone skips. */
  readonly unplaced: readonly UsageRecord[]
  /** What rows that were joined to their copies were made of. */
  readonly originals: Originals
}

/**
 * Splits rows into the two frames, each sorted by time, zone-less copies of dated rows joined to them; with a known zone the
 * wall frame stays empty but for skipped times.
 */
export function framesOf(records: readonly UsageRecord[], zone: Zone): Frames {
  const utc: PlacedRecord[] = []
  const wall: PlacedRecord[] = []
  const unplaced: UsageRecord[] = []
  const { rows, originals } = joinZonelessCopies(records, zone)
  for (const record of rows) {
    const when = placeWhen(record.when, zone)
    if (when.kind === 'span') utc.push({ at: when.span.from, record })
    else if (when.kind === 'local' && zone === UNKNOWN_ZONE)
      wall.push({ at: instant(when.local.wall), record })
    else unplaced.push(record)
  }
  return {
    utc: { clock: 'utc', records: sortPlaced(utc) },
    wall: { clock: 'wall', records: sortPlaced(wall) },
    unplaced,
    originals,
  }
}

/** The time of a piece of evidence in a frame; null when it has none there. */
export function spanInFrame(when: When, clock: Frame['clock'], zone: Zone): Span | null {
  const placed = placeWhen(when, zone)
  if (clock === 'utc') return placed.kind === 'span' ? placed.span : null
  if (placed.kind !== 'local' || placed.skipped) return null
  return span(placed.local.wall, placed.local.wall + placed.local.length)
}

/** Rows that already are in order, as a store gives them, are not sorted again. */
function sortPlaced(records: readonly PlacedRecord[]): readonly PlacedRecord[] {
  const sorted = records.every((next, index) => {
    const last = records[index - 1]
    return !last || byTime(last, next) <= 0
  })
  return sorted ? records : records.toSorted(byTime)
}

/** The order of rows in a frame: by time, equals by id. */
export const byTime = (a: PlacedRecord, b: PlacedRecord): number =>
  a.at - b.at || (a.record.id < b.record.id ? -1 : 1)

/** Index of the first row at or after `at` in rows sorted by time. */
export function firstAtOrAfter(records: readonly PlacedRecord[], at: number): number {
  let low = 0
  let high = records.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const record = records[middle]
    if (record && record.at < at) low = middle + 1
    else high = middle
  }
  return low
}

/** How many rows have `from ≤ time < to`. */
export const countWithin = (records: readonly PlacedRecord[], range: Span): number =>
  firstAtOrAfter(records, range.to) - firstAtOrAfter(records, range.from)

/** Rows with `from ≤ time < to`. */
export const recordsWithin = (records: readonly PlacedRecord[], range: Span): readonly PlacedRecord[] =>
  records.slice(firstAtOrAfter(records, range.from), firstAtOrAfter(records, range.to))
