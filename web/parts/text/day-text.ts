import { daySpan, type Day } from '../../../shared/time/day.ts'
import type { Language } from '../../../shared/time/format.ts'
import { DAY_OF_HOURS } from '../../../shared/time/duration.ts'
import { instant, later } from '../../../shared/time/instant.ts'
import { UTC } from '../../../shared/time/zone.ts'

const WRITERS = {
  en: new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }),
  zh: new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }),
} as const

const SHORT_WRITERS = {
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' }),
  zh: new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', day: 'numeric', month: 'short' }),
} as const

/** `Mon 2 Mar 2026`, as `readableTime` writes it: a day of the calendar is the same in every zone. */
export const dayText = (day: Day, language: Language): string =>
  WRITERS[language].format(daySpan(day, UTC).from).replace(',', '')

/** `2 Mar` */
export const shortDayText = (day: Day, language: Language): string =>
  SHORT_WRITERS[language].format(daySpan(day, UTC).from)

const MEDIUM_WRITERS = {
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }),
  zh: new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }),
} as const

/** `2 Mar 2026` */
export const mediumDayText = (day: Day, language: Language): string =>
  MEDIUM_WRITERS[language].format(daySpan(day, UTC).from)

const MONTH_WRITERS = {
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' }),
  zh: new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', month: 'long', year: 'numeric' }),
} as const

/** `March 2026` */
export const monthText = (day: Day, language: Language): string =>
  MONTH_WRITERS[language].format(daySpan(day, UTC).from)

const SHORT_MONTH_WRITERS = {
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short' }),
  zh: new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', month: 'short' }),
} as const

/** `Mar` */
export const shortMonthText = (day: Day, language: Language): string =>
  SHORT_MONTH_WRITERS[language].format(daySpan(day, UTC).from)

const WEEKDAY_WRITERS = {
  en: {
    short: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short' }),
    long: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' }),
  },
  zh: {
    short: new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', weekday: 'narrow' }),
    long: new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', weekday: 'long' }),
  },
} as const

/** 5 January 1970 was a Monday. */
const MONDAY = instant(4 * DAY_OF_HOURS)

/** The names of the days of a week, Monday first. */
export const weekdayTexts = (
  language: Language,
): readonly { readonly short: string; readonly long: string }[] =>
  Array.from({ length: 7 }, (_, index) => {
    const at = later(MONDAY, index * DAY_OF_HOURS)
    return {
      short: WEEKDAY_WRITERS[language].short.format(at),
      long: WEEKDAY_WRITERS[language].long.format(at),
    }
  })
