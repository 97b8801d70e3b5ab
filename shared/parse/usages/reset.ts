import type { ResetReading } from '../../evidence/kinds/quota-snapshot.ts'
import { DAY_OF_HOURS, SECOND } from '../../time/duration.ts'
import { later, type Instant } from '../../time/instant.ts'
import { describe, readQuantity } from '../json/leaf.ts'
import { readServiceTime } from '../service-time.ts'

export interface ResetRead {
  readonly reset: ResetReading | null
  readonly missing: readonly string[]
}

// Names in camelCase; docs/kimi.md#official-parsers. `expireTime` is that of a month's balance
// (docs/kimi.md#console-meters).
const ABSOLUTE = ['resetTime', 'resetAt', 'periodEnd', 'expireTime'] as const
const RELATIVE = ['resetIn', 'ttl', 'window'] as const

/** No window is longer than this (docs/kimi.md#odd-values: a `MAX` stands for none). */
const LONGEST = 366 * DAY_OF_HOURS

/**
 * Reads when a meter resets: an ISO time, an epoch number in seconds or milliseconds, or a while in seconds, which
 * becomes an instant only when it is known when the body was read (`at`).
 */
export function readReset(fields: Readonly<Record<string, unknown>>, at: Instant | null): ResetRead {
  const missing: string[] = []
  for (const name of ABSOLUTE) {
    const value = fields[name]
    if (value === undefined || value === null || value === '') continue
    const read = readServiceTime(value)
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

function readResetIn(value: unknown, at: Instant | null): ResetReading | null {
  const { value: seconds } = readQuantity(value)
  if (seconds === null || seconds < 0 || seconds * SECOND > LONGEST) return null
  const min = Math.floor(seconds * SECOND)
  // Whole seconds are what is left of a fraction that was cut off.
  return at === null ? { kind: 'in', min, max: min + SECOND } : { kind: 'at', at: later(at, min) }
}
