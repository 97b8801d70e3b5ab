import type { UsageRecord } from '../evidence/usage-record.ts'
import { MINUTE } from '../time/duration.ts'
import { instant, type Instant } from '../time/instant.ts'
import { numbers, type PackedNumbers } from './columns/numbers.ts'

/** Requests that began in one minute. */
export interface MinuteCount {
  /** First moment of the minute. */
  readonly minute: Instant
  readonly success: number
  readonly failure: number
  readonly unknown: number
}

/** The minutes of one UTC day in which there were requests, for a timeline that need not read the rows. */
export interface MinuteColumns {
  readonly length: number
  readonly minutes: PackedNumbers
  readonly success: PackedNumbers
  readonly failure: PackedNumbers
  readonly unknown: PackedNumbers
}

/** Counts rows by minute; rows without a known zone have none and are left out. */
export function countMinutes(records: readonly UsageRecord[]): MinuteCount[] {
  const counts = new Map<number, { success: number; failure: number; unknown: number }>()
  for (const { when, outcome } of records) {
    if (when.kind !== 'span') continue
    const minute = Math.floor(when.span.from / MINUTE) * MINUTE
    let count = counts.get(minute)
    if (!count) counts.set(minute, (count = { success: 0, failure: 0, unknown: 0 }))
    count[outcome] += 1
  }
  return [...counts].toSorted(([a], [b]) => a - b).map(([ms, count]) => ({ minute: instant(ms), ...count }))
}

export const packMinutes = (counts: readonly MinuteCount[]): MinuteColumns => ({
  length: counts.length,
  minutes: numbers.pack(counts.map(({ minute }) => minute)),
  success: numbers.pack(counts.map(({ success }) => success)),
  failure: numbers.pack(counts.map(({ failure }) => failure)),
  unknown: numbers.pack(counts.map(({ unknown }) => unknown)),
})

export function unpackMinutes(columns: MinuteColumns): MinuteCount[] {
  const { length } = columns
  const minuteAt = numbers.open(columns.minutes, length)
  const successAt = numbers.open(columns.success, length)
  const failureAt = numbers.open(columns.failure, length)
  const unknownAt = numbers.open(columns.unknown, length)
  return Array.from({ length }, (_, index) => ({
    minute: instant(minuteAt(index) ?? 0),
    success: successAt(index) ?? 0,
    failure: failureAt(index) ?? 0,
    unknown: unknownAt(index) ?? 0,
  }))
}
