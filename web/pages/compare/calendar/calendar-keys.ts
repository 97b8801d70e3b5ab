import { addDays, addMonths, weekdayOf, type Day } from '../../../../shared/time/day.ts'

/**
 * Where a key moves to in a grid of days (the date grid of the ARIA Authoring Practices); null for other keys.
 *
 *     ← →  a day      ↑ ↓  a week      Home End  Monday, Sunday      PageUp PageDown  a month, with Shift a year
 */
export function dayAfterKey(day: Day, key: string, shift: boolean): Day | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'Home':
      return addDays(day, -weekdayOf(day))
    case 'End':
      return addDays(day, 6 - weekdayOf(day))
    case 'PageUp':
      return addMonths(day, shift ? -12 : -1)
    case 'PageDown':
      return addMonths(day, shift ? 12 : 1)
    default:
      return null
  }
}
