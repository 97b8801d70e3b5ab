import type { Brand } from './brand.ts'

/** A moment: whole milliseconds since 1970-01-01T00:00:00Z. Only the functions here make one. */
export type Instant = Brand<number, 'Instant'>

/** Marks a number as an Instant. Throws when it is not a finite number inside the range of `Date`. */
export function instant(ms: number): Instant {
  const whole = Math.floor(ms)
  if (!Number.isFinite(whole) || Math.abs(whole) > 8.64e15) throw new RangeError(`not an instant: ${ms}`)
  return whole as Instant
}

export const later = (at: Instant, ms: number): Instant => instant(at + ms)
export const earlier = (at: Instant, ms: number): Instant => instant(at - ms)

// 2026-03-08T09:20:45.248979Z · date, time, 0 to 9 fraction digits, Z or an offset
const ISO = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?([Zz]|[+-]\d\d:?\d\d)$/

/**
 * Reads an ISO 8601 instant with a zone, with 0 to 9 fraction digits (cut to milliseconds, never rounded up:
 * a reset must not move to the next second). Null when the text is not one, or names a date that does not exist.
 */
export function readInstant(text: string): Instant | null {
  const match = ISO.exec(text.trim())
  if (!match) return null
  const [, date, hourMinute, second = '00', fraction = '', offset = 'Z'] = match
  const zone = /^z$/i.test(offset) ? 'Z' : offset.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2')
  const millis = fraction.padEnd(3, '0').slice(0, 3)
  const ms = Date.parse(`${date}T${hourMinute}:${second}.${millis}${zone}`)
  if (Number.isNaN(ms)) return null
  return sameCalendarDay(date ?? '', ms, zone) ? instant(ms) : null
}

/** `Date.parse` may roll 30 February over into March; such a date is refused. Every month has 28 days. */
function sameCalendarDay(date: string, ms: number, zone: string): boolean {
  if (Number(date.slice(8)) <= 28) return true
  const minutes =
    zone === 'Z'
      ? 0
      : (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)))
  return new Date(ms + minutes * 60_000).toISOString().startsWith(date)
}

/** ISO 8601 in UTC; the fraction only where there is one: `2026-03-02T16:37:45Z`. */
export function writeInstant(at: Instant): string {
  return new Date(at).toISOString().replace('.000Z', 'Z')
}
