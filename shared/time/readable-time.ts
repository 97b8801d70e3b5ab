import { MINUTE } from './duration.ts'
import { formatDuration, type Language } from './format.ts'
import type { Instant } from './instant.ts'
import { wallTime, type WallTime } from './wall.ts'
import { offsetAt, type KnownZone } from './zone.ts'

/**
 * Human-readable times: to the minute, with the day unless it is today and the year unless it is the current one.
 * Seconds and offsets are in the evidence and in exports, which use format.ts.
 *
 *     16:18 · Mon 2 Mar, 16:18 · Mon 2 Mar 2025, 16:18–17:22 · 3月2日周一 16:18
 */
export const readableTime = (at: WallTime, today: WallTime | null, language: Language): string =>
  withDay(at, clock(at), today, language)

/** The same for a moment, on the clock of a zone. */
export function readableInstant(at: Instant, now: Instant, zone: KnownZone, language: Language): string {
  const onWall = (moment: Instant) => wallTime(moment + offsetAt(zone, moment))
  return readableTime(onWall(at), onWall(now), language)
}

/** The same for a span; the day of its end only if it differs. */
export function readableRange(
  from: WallTime,
  to: WallTime,
  today: WallTime | null,
  language: Language,
): string {
  if (dayNumber(from) !== dayNumber(to))
    return `${readableTime(from, today, language)} – ${withDay(to, clock(to), today ?? to, language, true)}`
  const clocks = clock(from) === clock(to) ? clock(from) : `${clock(from)}–${clock(to)}`
  return withDay(from, clocks, today, language)
}

/** A length of time to the minute, from a minute on: `7 min`, `3 h 44 min`, `2 d 3 h`; below it in seconds. */
export function readableDuration(ms: number, language: Language): string {
  const length = Math.abs(ms)
  return formatDuration(length < MINUTE ? length : Math.round(length / MINUTE) * MINUTE, language)
}

const iso = (at: WallTime): string => new Date(at).toISOString()
const clock = (at: WallTime): string => iso(at).slice(11, 16)
const dayNumber = (at: WallTime): string => iso(at).slice(0, 10)

function withDay(
  at: WallTime,
  clocks: string,
  today: WallTime | null,
  language: Language,
  always = false,
): string {
  if (!always && today !== null && dayNumber(at) === dayNumber(today)) return clocks
  const thisYear = today !== null && iso(at).slice(0, 4) === iso(today).slice(0, 4)
  const { weekday, day } = NAMES[language]
  return language === 'zh'
    ? `${thisYear ? '' : `${iso(at).slice(0, 4)}年`}${day.format(at)}${weekday.format(at)} ${clocks}`
    : `${weekday.format(at)} ${day.format(at)}${thisYear ? '' : ` ${iso(at).slice(0, 4)}`}, ${clocks}`
}

// Wall times are stored as if they were UTC, so their days are formatted in UTC.
const format = (locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
const NAMES = {
  en: {
    weekday: format('en-GB', { weekday: 'short' }),
    day: format('en-GB', { day: 'numeric', month: 'short' }),
  },
  zh: {
    weekday: format('zh-CN', { weekday: 'short' }),
    day: format('zh-CN', { day: 'numeric', month: 'short' }),
  },
} as const
