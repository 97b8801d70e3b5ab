import type { Instant } from '../time/instant.ts'
import type { Reading } from './readings.ts'

/** The readings taken within `reach` ms before or after a moment, out of readings sorted by time. */
export function readingsNear(readings: readonly Reading[], at: Instant, reach: number): readonly Reading[] {
  const near: Reading[] = []
  for (let index = firstFrom(readings, at - reach); index < readings.length; index++) {
    const reading = readings[index]
    if (!reading || reading.span.from > at + reach) break
    near.push(reading)
  }
  return near
}

function firstFrom(readings: readonly Reading[], at: number): number {
  let low = 0
  let high = readings.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((readings[middle]?.span.from ?? at) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** The readings next to a moment: up to `count` on either side of it. */
export function readingsBeside(readings: readonly Reading[], at: Instant, count: number): readonly Reading[] {
  const index = firstFrom(readings, at)
  return readings.slice(Math.max(0, index - count), index + count)
}
