import { summariesOf, type StretchSummary } from '../../../shared/analyse/views/stretch-summary.ts'
import { firstTimeFrom } from '../../../shared/analyse/views/lanes/row-index.ts'
import { addDays, daySpan, startOfDay, startOfMonth, weekdayOf, type Day } from '../../../shared/time/day.ts'
import { UNKNOWN_ZONE, UTC, type Zone } from '../../../shared/time/zone.ts'
import { zoneOfDays } from '../compare-zone.ts'
import { dayInFrame } from '../frame.ts'
import type { Known, Question } from './question.ts'

interface CalendarAsk {
  /** A day of the month; null for the month of the newest evidence. */
  readonly month: Day | null
}

export interface CalendarMonth {
  /** The first day of the month. */
  readonly month: Day
  /** Six weeks from the Monday on or before it. */
  readonly days: readonly (StretchSummary & { readonly day: Day })[]
  /** The newest two days that have something, oldest first: what a comparison begins with. */
  readonly newest: readonly Day[]
  /** `unknown`: days of the clock that printed the rows. */
  readonly zone: Zone
}

const WEEKS = 6

/** A month of days at a glance; its `month` is null where nothing has a day. */
export const calendarQuestion: Question<CalendarAsk, CalendarMonth | null> = {
  name: 'calendar',
  answer: (known, ask) => {
    const zone = zoneOfDays(known)
    const newest = newestDays(known, zone)
    const last = ask.month ?? newest.at(-1)
    if (!last) return null
    const month = startOfMonth(last)
    const monday = addDays(month, -weekdayOf(month))
    const days = Array.from({ length: WEEKS * 7 }, (_, index) => addDays(monday, index))
    const glances = summariesOf(
      known,
      days.map((day) => ({ kind: 'day', day })),
      zone,
    )
    return {
      month,
      newest,
      zone,
      days: glances.flatMap((glance) =>
        glance.stretch.kind === 'day' ? [{ ...glance, day: glance.stretch.day }] : [],
      ),
    }
  },
}

/** Found from the end, without looking at a million rows: the last row's day, then that of the row before that day. */
function newestDays({ report, derived }: Known, zone: Zone): readonly Day[] {
  const wall = zone === UNKNOWN_ZONE
  const frame = { wall, zone: zone === UNKNOWN_ZONE ? UTC : zone }
  const days = new Set<Day>()
  const { times } = derived.on(wall ? 'wall' : 'utc').rows
  for (let end = times.length, found = 0; end > 0 && found < 2; found += 1) {
    const day = dayInFrame(times[end - 1] ?? 0, frame)
    days.add(day)
    end = firstTimeFrom(times, wall ? startOfDay(day) : daySpan(day, frame.zone).from)
  }
  for (const { block } of report.incidents) {
    if (!wall && block.span) days.add(dayInFrame(block.span.from, frame))
    if (wall && !block.span && block.local) days.add(dayInFrame(block.local.from, frame))
  }
  return [...days].toSorted().slice(-2)
}
