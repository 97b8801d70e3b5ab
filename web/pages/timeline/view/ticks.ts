import { addDays, dayOf, daySpan, startOfDay, wallDay, type Day } from '../../../../shared/time/day.ts'
import { DAY_OF_HOURS, HOUR, MINUTE, SECOND } from '../../../../shared/time/duration.ts'
import { instant, type Instant } from '../../../../shared/time/instant.ts'
import { instantsOfWall, wallTime, writeWallTime } from '../../../../shared/time/wall.ts'
import { offsetAt, type KnownZone } from '../../../../shared/time/zone.ts'
import { lengthOf, type View } from './view.ts'

type TickUnit = 'time' | 'second' | 'day' | 'month' | 'year'

/** A moment at which the clock or the calendar shows something round; where a day, month or year begins it is `major`. */
export interface Tick {
  readonly at: Instant
  /** What of it changes from tick to tick: `16:15`, the day, the month, the year. */
  readonly unit: TickUnit
  readonly day: Day
  /** `16:15:00` */
  readonly clock: string
  readonly major: boolean
}

const CLOCK_STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 4, 6, 12].map((n) => n * HOUR),
]
const DAY_STEPS = [1, 2, 7, 14]
const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120, 240]
/** The mean length of a month of the Gregorian calendar. */
const MONTH = (146_097 / 4800) * DAY_OF_HOURS

/** At most about `most` ticks of a view, by the clock and the calendar of the zone. */
export function ticksOf(view: View, zone: KnownZone, most: number): readonly Tick[] {
  const least = lengthOf(view) / Math.max(1, most)
  const clock = CLOCK_STEPS.find((step) => step >= least)
  if (clock !== undefined) return clockTicks(view, zone, clock)
  const days = DAY_STEPS.find((step) => step * DAY_OF_HOURS >= least)
  if (days !== undefined) return dayTicks(view, zone, days)
  return monthTicks(view, zone, MONTH_STEPS.find((step) => step * MONTH >= least) ?? 480)
}

/**
 * Counted on the clock that is shown and brought back to moments: ticks stay round on days of 23 or 25 hours, an hour that
 * the clock skips has none, and one that it shows twice has two.
 */
function clockTicks(view: View, zone: KnownZone, step: number): readonly Tick[] {
  const [from, to] = [instant(view.from), instant(view.to)]
  const first = Math.ceil((from + Math.min(offsetAt(zone, from), offsetAt(zone, to))) / step) * step
  const last = to + Math.max(offsetAt(zone, from), offsetAt(zone, to))
  const ticks: Tick[] = []
  for (let wall = first; wall <= last; wall += step) {
    const day = wallDay(wallTime(wall))
    const clock = writeWallTime(wallTime(wall)).slice(11)
    const major = clock === '00:00:00'
    for (const at of instantsOfWall(wallTime(wall), zone))
      if (at >= view.from && at <= view.to)
        ticks.push({ at, unit: step < MINUTE ? 'second' : 'time', day, clock, major })
  }
  return ticks.toSorted((a, b) => a.at - b.at)
}

/** Days counted from a Monday, so that every seventh is one. */
const SOME_MONDAY = Date.UTC(1970, 0, 5)

function dayTicks(view: View, zone: KnownZone, step: number): readonly Tick[] {
  const ticks: Tick[] = []
  const first = dayOf(instant(view.from), zone)
  const since = Math.round((startOfDay(first) - SOME_MONDAY) / DAY_OF_HOURS)
  for (let day = addDays(first, -(((since % step) + step) % step)); ; day = addDays(day, step)) {
    const at = startOf(day, zone)
    if (at > view.to) return ticks
    if (at >= view.from)
      ticks.push({ at, unit: 'day', day, clock: '00:00:00', major: step < 7 && day.endsWith('-01') })
  }
}

function monthTicks(view: View, zone: KnownZone, step: number): readonly Tick[] {
  const ticks: Tick[] = []
  const first = dayOf(instant(view.from), zone)
  const month = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1
  for (let n = Math.floor(month / step) * step; ; n += step) {
    const day = wallDay(wallTime(Date.UTC(Math.floor(n / 12), n % 12, 1)))
    const at = startOf(day, zone)
    if (at > view.to) return ticks
    const unit = step % 12 === 0 ? 'year' : 'month'
    if (at >= view.from) ticks.push({ at, unit, day, clock: '00:00:00', major: n % 12 === 0 && step < 12 })
  }
}

/** The first moment of a day; midnight as a rule, which is looked up faster than days on which it is skipped. */
function startOf(day: Day, zone: KnownZone): Instant {
  return instantsOfWall(startOfDay(day), zone)[0] ?? daySpan(day, zone).from
}
