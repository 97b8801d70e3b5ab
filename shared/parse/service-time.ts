import { SECOND } from '../time/duration.ts'
import { instant, readInstant, type Instant } from '../time/instant.ts'
import { readQuantity } from './json/leaf.ts'

// A time outside these is a zero or a MAX that stands for "none" (`0001-01-01T00:00:00Z`).
const EARLIEST = 1_577_836_800_000 // 2020-01-01
const LATEST = 4_102_444_800_000 // 2100-01-01
/** Seconds since 1970 reach this in the year 5138, milliseconds reached it in 1973. */
const SECONDS_BELOW = 1e11

/**
 * Reads a time that a service gave: ISO 8601 with a zone, or an epoch number in seconds or milliseconds
 * (docs/kimi.md#official-parsers). Null when it is none, or none that could be meant.
 */
export function readServiceTime(value: unknown): Instant | null {
  const at = (typeof value === 'string' ? readInstant(value) : null) ?? readEpoch(value)
  return at !== null && at >= EARLIEST && at < LATEST ? at : null
}

function readEpoch(value: unknown): Instant | null {
  const { value: number } = readQuantity(value)
  if (number === null) return null
  const ms = number < SECONDS_BELOW ? number * SECOND : number
  return ms >= EARLIEST && ms < LATEST ? instant(ms) : null
}
