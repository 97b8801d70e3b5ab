import {
  addDays,
  addMonths,
  daySpan,
  startOfDay,
  startOfMonth,
  weekdayOf,
  type Day,
} from '../../../time/day.ts'
import { span, type Span } from '../../../time/span.ts'
import { UNKNOWN_ZONE, type Zone } from '../../../time/zone.ts'

/** A week or a month of the calendar. */
export interface Period {
  readonly from: Day
  /** The first day after it. */
  readonly until: Day
  readonly span: Span
}

/** The weeks, from Mondays on, and the months of the calendar that have a day in the year up to `last`, oldest first. */
export function periodsUntil(
  last: Day,
  zone: Zone,
): { readonly weeks: readonly Period[]; readonly months: readonly Period[] } {
  const first = startOfMonth(addMonths(last, -11))
  const monday = addDays(first, -weekdayOf(first))
  const weeks = Array.from({ length: 54 }, (_, index) => addDays(monday, index * 7)).filter(
    (day) => day <= last,
  )
  const months = Array.from({ length: 12 }, (_, index) => addMonths(first, index))
  return {
    weeks: weeks.map((day) => periodOf(day, addDays(day, 7), zone)),
    months: months.map((day) => periodOf(day, addMonths(day, 1), zone)),
  }
}

const periodOf = (from: Day, until: Day, zone: Zone): Period => ({
  from,
  until,
  span: span(startIn(from, zone), startIn(until, zone)),
})

/** The first moment of a day; of an unknown zone on the wall clock. */
const startIn = (day: Day, zone: Zone): number =>
  zone === UNKNOWN_ZONE ? startOfDay(day) : daySpan(day, zone).from
