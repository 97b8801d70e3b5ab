import { durationParts, SECOND } from './duration.ts'
import type { Instant } from './instant.ts'
import { offsetAt, offsetZone, type KnownZone } from './zone.ts'
import { wallTime, writeWallTime } from './wall.ts'

/** `2026-03-02 17:20:45 +02:00`: never without the offset that holds at that moment. */
export function formatInstant(at: Instant, zone: KnownZone): string {
  return `${formatWall(at, zone)} ${formatOffset(at, zone)}`
}

/** `2026-03-02 17:20:45`, for a place that names the zone beside it. */
export const formatWall = (at: Instant, zone: KnownZone): string =>
  writeWallTime(wallTime(at + offsetAt(zone, at)))

/** `17:20:45`, for a place that names day and zone beside it. */
export const formatClock = (at: Instant, zone: KnownZone): string => formatWall(at, zone).slice(11)

/** `+02:00` */
export const formatOffset = (at: Instant, zone: KnownZone): string => offsetZone(offsetAt(zone, at))

const UNITS = {
  en: { days: ' d', hours: ' h', minutes: ' min', seconds: ' s', moment: 'under 1 s', join: ' ' },
  zh: { days: ' 天', hours: ' 小时', minutes: ' 分', seconds: ' 秒', moment: '不到 1 秒', join: ' ' },
} as const

export type Language = keyof typeof UNITS

/** `1 h 1 min 43 s`, `under 1 s`; from a day on without seconds, and never negative (the sentence says which way). */
export function formatDuration(ms: number, language: Language): string {
  const units = UNITS[language]
  // Something that took a moment did not take nothing.
  if (ms !== 0 && Math.abs(ms) < SECOND / 2) return units.moment
  const { days, hours, minutes, seconds } = durationParts(ms)
  const parts = [
    days > 0 ? `${days}${units.days}` : '',
    hours > 0 ? `${hours}${units.hours}` : '',
    minutes > 0 ? `${minutes}${units.minutes}` : '',
    seconds > 0 && days === 0 ? `${seconds}${units.seconds}` : '',
  ].filter((part) => part !== '')
  return parts.length > 0 ? parts.join(units.join) : `0${units.seconds}`
}
