import type { ResetReading } from '../../evidence/quota-snapshot.ts'
import { SECOND } from '../../time/duration.ts'
import { instant, later, readInstant, type Instant } from '../../time/instant.ts'
import { describe, readQuantity } from '../leaf.ts'

export interface ResetRead {
  readonly reset: ResetReading | null
  readonly missing: readonly string[]
}

// Names in camelCase; KIMI.md 1.G. `expireTime` is that of a month's balance (KIMI.md 2.3).
const ABSOLUTE = ['resetTime', 'resetAt', 'periodEnd', 'expireTime'] as const
const RELATIVE = ['resetIn', 'ttl', 'window'] as const

// A time outside these is a zero or a MAX that stands for "none" (`0001-01-01T00:00:00Z`), not a reset.
const EARLIEST = 1_577_836_800_000 // 2020-01-01
const LATEST = 4_102_444_800_000 // 2100-01-01
/** Seconds since 1970 reach this in the year 5138, milliseconds reached it in 1973. */
const SECONDS_BELOW = 1e11

/**
 * Reads when a meter resets: an ISO time, an epoch number in seconds or milliseconds, or a while in seconds, which
 * becomes an instant only when it is known when the body was read (`at`).
 */
export function readReset(fields: Readonly<Record<string, unknown>>, at: Instant | null): ResetRead {
  const missing: string[] = []
  for (const name of ABSOLUTE) {
    const value = fields[name]
    if (value === undefined || value === null || value === '') continue
    const read = readResetTime(value)
    if (read !== null) return { reset: { kind: 'at', at: read }, missing }
    missing.push(`${name}: ${describe(value)} is no time with a zone`)
  }
  for (const name of RELATIVE) {
    const value = fields[name]
    if (value === undefined || value === null || typeof value === 'object') continue
    const reset = readResetIn(value, at)
    if (reset !== null) return { reset, missing }
    missing.push(`${name}: ${describe(value)} is no number of seconds`)
  }
  return { reset: null, missing: missing.length > 0 ? missing : ['resetTime: absent'] }
}

/** An ISO time or an epoch number that can be a reset. Null: it is none. */
export function readResetTime(value: unknown): Instant | null {
  const read = typeof value === 'string' ? readInstant(value) : null
  const at = read ?? readEpoch(value)
  return at !== null && at >= EARLIEST && at < LATEST ? at : null
}

function readEpoch(value: unknown): Instant | null {
  const { value: number } = readQuantity(value)
  if (number === null) return null
  const ms = number < SECONDS_BELOW ? number * SECOND : number
  return ms >= EARLIEST && ms < LATEST ? instant(ms) : null
}

function readResetIn(value: unknown, at: Instant | null): ResetReading | null {
  const { value: seconds } = readQuantity(value)
  if (seconds === null || seconds < 0 || seconds * SECOND > LATEST - EARLIEST) return null
  const min = Math.floor(seconds * SECOND)
  // Whole seconds are what is left of a fraction that was cut off.
  return at === null ? { kind: 'in', min, max: min + SECOND } : { kind: 'at', at: later(at, min) }
}
