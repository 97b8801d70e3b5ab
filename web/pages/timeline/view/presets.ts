import { addDays, dayOf, daySpan, wallDay, weekdayOf, type Day } from '../../../../shared/time/day.ts'
import { HOUR } from '../../../../shared/time/duration.ts'
import { instant } from '../../../../shared/time/instant.ts'
import { span, type Span } from '../../../../shared/time/span.ts'
import { wallTime } from '../../../../shared/time/wall.ts'
import type { KnownZone } from '../../../../shared/time/zone.ts'

export const PRESETS = ['hours', 'day', 'week', 'month', 'year', 'all'] as const
export type Preset = (typeof PRESETS)[number]

const SIX_HOURS = 6 * HOUR

/**
 * The stretch of a preset that holds a moment: the six hours from 00, 06, 12 or 18 o'clock, the day, the week from Monday
 * on, the month or the year of the zone's calendar. `all` is the history.
 */
export function presetSpan(preset: Preset, at: number, zone: KnownZone, history: Span): Span {
  if (preset === 'all') return history
  const day = dayOf(instant(at), zone)
  const [from, to] = bounds(preset, day)
  if (preset !== 'hours') return span(daySpan(from, zone).from, daySpan(to, zone).from)
  const whole = daySpan(day, zone)
  const quarter = whole.from + Math.floor((at - whole.from) / SIX_HOURS) * SIX_HOURS
  return span(quarter, quarter + SIX_HOURS)
}

/** The first day of a month; the thirteenth month is the first of the next year. */
const firstOf = (year: number, month: number): Day => wallDay(wallTime(Date.UTC(year, month - 1, 1)))

/** First day, and the day after the last. */
function bounds(preset: Preset, day: Day): readonly [Day, Day] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  switch (preset) {
    case 'week': {
      const weekday = weekdayOf(day)
      return [addDays(day, -weekday), addDays(day, 7 - weekday)]
    }
    case 'month':
      return [firstOf(year, month), firstOf(year, month + 1)]
    case 'year':
      return [firstOf(year, 1), firstOf(year + 1, 1)]
    case 'hours':
    case 'day':
    case 'all':
      return [day, addDays(day, 1)]
  }
}

/** The preset that a stretch is, if it is one. */
export function presetOf(range: Span, zone: KnownZone, history: Span): Preset | null {
  return (
    PRESETS.find((preset) => {
      const { from, to } = presetSpan(preset, range.from, zone, history)
      return from === range.from && to === range.to
    }) ?? null
  )
}
