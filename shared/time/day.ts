import { Temporal } from 'temporal-polyfill'
import type { Brand } from './brand.ts'
import { DAY_OF_HOURS } from './duration.ts'
import type { Instant } from './instant.ts'
import { span, type Span } from './span.ts'
import { wallTime, type WallTime } from './wall.ts'
import { offsetAt, type KnownZone } from './zone.ts'

/** A day of the calendar, `2026-03-02`. Which stretch of time that is depends on the zone. */
export type Day = Brand<string, 'Day'>

/** Reads `2026-03-02`. Null when it is not a date that exists. */
export function readDay(text: string): Day | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text) ? (text as Day) : null
}

/** The day that a calendar in the zone shows at that moment. */
export const dayOf = (at: Instant, zone: KnownZone): Day => wallDay((at + offsetAt(zone, at)) as WallTime)

/** The day on which that wall time lies. */
export const wallDay = (wall: WallTime): Day => new Date(wall).toISOString().slice(0, 10) as Day

/** The wall time at which the day begins: 00:00:00. */
export const startOfDay = (day: Day): WallTime => wallTime(Date.parse(`${day}T00:00:00Z`))

/** From the first moment of the day to the first moment of the next: 23, 24 or 25 hours. */
export function daySpan(day: Day, zone: KnownZone): Span {
  const first = (d: Day) => Temporal.PlainDate.from(d).toZonedDateTime(zone).startOfDay().epochMilliseconds
  return span(first(day), first(addDays(day, 1)))
}

/** Counts on the calendar, not on the clock; `n` may be negative. */
export const addDays = (day: Day, n: number): Day =>
  new Date(Date.parse(`${day}T12:00:00Z`) + n * DAY_OF_HOURS).toISOString().slice(0, 10) as Day

/** 0 for a Monday to 6 for a Sunday. */
export const weekdayOf = (day: Day): number => (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7

/** The same day of another month, or its last day where that month is shorter: 31 January, one on → 28 February. */
export const addMonths = (day: Day, n: number): Day =>
  Temporal.PlainDate.from(day).add({ months: n }).toString() as Day

/** The first day of the day's month. */
export const startOfMonth = (day: Day): Day => `${day.slice(0, 8)}01` as Day
