import { expect, it } from 'vitest'
import { readDay, type Day } from '../../../shared/time/day.ts'
import { dayAfterKey } from '../../../web/pages/compare/calendar/calendar-keys.ts'

function day(text: string): Day {
  const read = readDay(text)
  if (read === null) throw new Error(`not a day: ${text}`)
  return read
}

// 4 March 2026 is a Wednesday.
it.each([
  ['2026-03-04', 'ArrowLeft', false, '2026-03-03'],
  ['2026-03-04', 'ArrowRight', false, '2026-03-05'],
  ['2026-03-04', 'ArrowUp', false, '2026-02-25'],
  ['2026-03-04', 'ArrowDown', false, '2026-03-11'],
  ['2026-03-04', 'Home', false, '2026-03-02'],
  ['2026-03-02', 'Home', false, '2026-03-02'],
  ['2026-03-04', 'End', false, '2026-03-08'],
  ['2026-03-08', 'End', false, '2026-03-08'],
  ['2026-03-31', 'PageUp', false, '2026-02-28'],
  ['2026-01-31', 'PageDown', false, '2026-02-28'],
  ['2026-12-15', 'PageDown', false, '2027-01-15'],
  ['2024-02-29', 'PageDown', true, '2025-02-28'],
  ['2026-03-04', 'PageUp', true, '2025-03-04'],
  ['2026-03-29', 'ArrowRight', false, '2026-03-30'],
])('from %s %s (shift %s) leads to %s', (from, key, shift, to) => {
  expect(dayAfterKey(day(from), key, shift)).toBe(to)
})

it.each(['Enter', ' ', 'a', 'Tab', 'Escape'])('%j moves nowhere', (key) => {
  expect(dayAfterKey(day('2026-03-04'), key, false)).toBeNull()
})
