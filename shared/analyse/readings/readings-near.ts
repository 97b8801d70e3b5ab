import type { Instant } from '../../time/instant.ts'
import { firstIndex } from '../first-index.ts'
import type { Reading } from './readings.ts'

const firstFrom = (readings: readonly Reading[], at: number): number =>
  firstIndex(readings, ({ span }) => span.from >= at)

/** Any reading taken within `reach` ms before or after a moment that passes, out of readings sorted by time. */
export function someReadingNear(
  readings: readonly Reading[],
  at: Instant,
  reach: number,
  passes: (reading: Reading) => boolean,
): boolean {
  for (let index = firstFrom(readings, at - reach); index < readings.length; index++) {
    const reading = readings[index]
    if (!reading || reading.span.from > at + reach) break
    if (passes(reading)) return true
  }
  return false
}

/** The reading nearest to a moment, and within `reach` ms of it, that passes; of two as near the one before it. */
export function nearestReading(
  readings: readonly Reading[],
  at: Instant,
  reach: number,
  passes: (reading: Reading) => boolean,
): Reading | null {
  const start = firstFrom(readings, at)
  let nearest: Reading | null = null
  let away = reach
  for (let index = start; index < readings.length && !nearest; index++) {
    const reading = readings[index]
    if (!reading || reading.span.from - at > away) break
    if (passes(reading)) nearest = reading
  }
  if (nearest) away = nearest.span.from - at
  for (let index = start - 1; index >= 0; index--) {
    const reading = readings[index]
    if (!reading || at - reading.span.from > away) break
    if (!passes(reading)) continue
    nearest = reading // and on: of several readings of one moment, the first
    away = at - reading.span.from
  }
  return nearest
}

/** The readings next to a moment: up to `count` on either side of it. */
export function readingsBeside(readings: readonly Reading[], at: Instant, count: number): readonly Reading[] {
  const index = firstFrom(readings, at)
  return readings.slice(Math.max(0, index - count), index + count)
}
