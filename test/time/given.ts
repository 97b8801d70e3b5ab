import { readDay, type Day } from '../../shared/time/day.ts'
import { readInstant, type Instant } from '../../shared/time/instant.ts'
import { readZone, type KnownZone } from '../../shared/time/zone.ts'

/** Words for tests: they throw on a typo, since a test must not test nothing. */
function given<T>(text: string, value: T | null): T {
  if (value === null) throw new Error(`a test says ${text}`)
  return value
}

export const at = (text: string): Instant => given(text, readInstant(text))
export const day = (text: string): Day => given(text, readDay(text))

export function zone(text: string): KnownZone {
  const found = given(text, readZone(text))
  if (found === 'unknown') throw new Error('a test names no zone')
  return found
}
