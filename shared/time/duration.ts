/** Lengths of time in milliseconds. A calendar day is not in the list: it has 23 to 25 hours (see day.ts). */
export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
/** 24 hours, as quota windows count them; never a day of the calendar. */
export const DAY_OF_HOURS = 24 * HOUR

export interface DurationParts {
  readonly days: number
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
}

/** Splits a length into whole parts, rounding to the nearest second: 3,703,000 ms → 1 h 1 min 43 s. */
export function durationParts(ms: number): DurationParts {
  const total = Math.round(Math.abs(ms) / SECOND)
  return {
    days: Math.floor(total / 86_400),
    hours: Math.floor((total % 86_400) / 3_600),
    minutes: Math.floor((total % 3_600) / 60),
    seconds: total % 60,
  }
}
