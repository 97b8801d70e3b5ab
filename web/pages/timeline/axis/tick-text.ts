import type { Language } from '../../../../shared/time/format.ts'
import { shortDayText, shortMonthText } from '../../../parts/text/day-text.ts'
import type { Tick } from '../view/ticks.ts'

/** What is written at a tick: what changes from tick to tick, and at a midnight or a new year what has begun. */
export function tickText({ unit, day, clock, major }: Tick, language: Language): string {
  switch (unit) {
    case 'second':
      return major ? shortDayText(day, language) : clock
    case 'time':
      return major ? shortDayText(day, language) : clock.slice(0, 5)
    case 'day':
      return shortDayText(day, language)
    case 'month':
      return major ? day.slice(0, 4) : shortMonthText(day, language)
    case 'year':
      return day.slice(0, 4)
  }
}
