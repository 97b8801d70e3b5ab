import { SECOND } from '../time/duration.ts'
import { instant, readInstant, type Instant } from '../time/instant.ts'
import { isPlausible, plausible } from './plausible-time.ts'
import { readQuantity } from './json/leaf.ts'

/** Seconds since 1970 reach this in the year 5138, milliseconds reached it in 1973. */
const SECONDS_BELOW = 1e11

/**
 * Reads a time that a service gave: ISO 8601 with a zone, or an epoch number in seconds or milliseconds
 * (docs/kimi.md#official-parsers). Null when it is none, or none that could be meant.
 */
export function readServiceTime(value: unknown): Instant | null {
  return plausible((typeof value === 'string' ? readInstant(value) : null) ?? readEpoch(value))
}

function readEpoch(value: unknown): Instant | null {
  const { value: number } = readQuantity(value)
  if (number === null) return null
  const ms = number < SECONDS_BELOW ? number * SECOND : number
  return isPlausible(ms) ? instant(ms) : null
}
