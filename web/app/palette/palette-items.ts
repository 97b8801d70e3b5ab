import type { Day } from '../../../shared/time/day.ts'
import { readDay } from '../../../shared/time/day.ts'
import { readSearch } from '../../data/questions/rows/search-terms.ts'
import type { Place } from '../../state/place.ts'

/** Somewhere that what was typed may mean. */
export interface TimePlace {
  readonly what: 'requests' | 'timeline'
  readonly to: Partial<Place>
}

/**
 * Where a typed time leads: to the requests that show it, and, of a day, to the timeline. `newest` is the newest day with
 * evidence: a day without a year is the last one of that name up to then.
 */
export function timePlaces(typed: string, newest: Day | null): readonly TimePlace[] {
  const { day, clock } = readSearch(typed)
  if (!day && !clock) return []
  const requests: TimePlace = {
    what: 'requests',
    to: { view: 'records', part: null, filter: { text: typed.trim() } },
  }
  const shown = day && dayOfYear(day, newest)
  return shown
    ? [requests, { what: 'timeline', to: { view: 'timeline', day: shown, range: null } }]
    : [requests]
}

function dayOfYear(
  { year, month, date }: NonNullable<ReturnType<typeof readSearch>['day']>,
  newest: Day | null,
): Day | null {
  const of = (each: number) => readDay(`${each}-${two(month)}-${two(date)}`)
  if (year !== null) return of(year)
  if (newest === null) return null
  const last = Number(newest.slice(0, 4))
  const thisYear = of(last)
  return thisYear !== null && thisYear <= newest ? thisYear : of(last - 1)
}

const two = (n: number): string => String(n).padStart(2, '0')
