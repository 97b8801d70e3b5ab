import { yearOf, type Year } from '../../../shared/analyse/views/year/year.ts'
import type { Day } from '../../../shared/time/day.ts'
import { zoneOfDays } from '../compare-zone.ts'
import type { Question } from './question.ts'

interface YearAsk {
  /** A day of the last month; null for the newest twelve months. */
  readonly end: Day | null
}

/** Twelve months at a glance; null where nothing has a day. */
export const yearQuestion: Question<YearAsk, Year | null> = {
  name: 'year',
  answer: (known, { end }) => yearOf(known, end, zoneOfDays(known)),
}
