import { Temporal } from 'temporal-polyfill'
import type { Brand } from './brand.ts'
import { MINUTE } from './duration.ts'
import type { Instant } from './instant.ts'

/** A zone with rules: an IANA name (`Europe/Berlin`) or a fixed offset (`+01:00`). */
export type KnownZone = Brand<string, 'Zone'>
export const UNKNOWN_ZONE = 'unknown'
/** The zone a caller may give for zone-less text. "unknown" is a valid answer; it does not mean UTC. */
export type Zone = KnownZone | typeof UNKNOWN_ZONE

export const UTC = 'UTC' as KnownZone

const OFFSET = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d\d))?$/i

/** Reads `Europe/Berlin`, `+01:00`, `+1`, `UTC+1`, `UTC`, `unknown`. Null for anything else. */
export function readZone(text: string): Zone | null {
  const trimmed = text.trim()
  if (trimmed.toLowerCase() === UNKNOWN_ZONE) return UNKNOWN_ZONE
  if (/^(?:z|utc|gmt)$/i.test(trimmed)) return UTC
  const offset = OFFSET.exec(trimmed)
  if (offset) return offsetZoneOf(offset[1] === '-' ? -1 : 1, Number(offset[2]), Number(offset[3] ?? 0))
  try {
    new Intl.DateTimeFormat('en', { timeZone: trimmed }).format(0)
    return trimmed as KnownZone
  } catch {
    return null // Intl throws a RangeError for a name it does not know
  }
}

function offsetZoneOf(sign: 1 | -1, hours: number, minutes: number): KnownZone | null {
  if (hours > 14 || minutes > 59) return null
  return offsetZone(sign * (hours * 60 + minutes) * MINUTE)
}

/** The fixed-offset zone that is `offset` milliseconds ahead of UTC, as `+05:45`. */
export function offsetZone(offset: number): KnownZone {
  const minutes = Math.round(Math.abs(offset) / MINUTE)
  return `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}` as KnownZone
}

const twoDigits = (n: number) => String(n).padStart(2, '0')

/** The zone's offset from UTC at that moment, in milliseconds. */
export function offsetAt(zone: KnownZone, at: Instant): number {
  const fixed = fixedOffset(zone)
  if (fixed !== null) return fixed
  return offsetInQuarter(zone, Math.floor(at / QUARTER))
}

// All rules in force since 1990 change on a quarter hour of UTC, so one lookup serves the whole quarter hour.
const QUARTER = 15 * MINUTE
const MEMO_LIMIT = 65_536
const memo = new Map<string, Map<number, number>>()

function offsetInQuarter(zone: KnownZone, quarter: number): number {
  let offsets = memo.get(zone)
  if (!offsets) memo.set(zone, (offsets = new Map()))
  const known = offsets.get(quarter)
  if (known !== undefined) return known
  if (offsets.size >= MEMO_LIMIT) offsets.clear()
  const at = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER)
  const offset = at.toZonedDateTimeISO(zone).offsetNanoseconds / 1e6
  offsets.set(quarter, offset)
  return offset
}

/** The offset of a fixed-offset zone (and of UTC) in milliseconds; null for a zone with rules. */
export function fixedOffset(zone: KnownZone): number | null {
  if (zone === UTC) return 0
  const match = /^([+-])(\d\d):(\d\d)$/.exec(zone)
  if (!match) return null
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * MINUTE
}
