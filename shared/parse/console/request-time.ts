import { SECOND } from '../../time/duration.ts'
import { readInstant } from '../../time/instant.ts'
import { plausible } from '../plausible-time.ts'
import { readServiceTime } from '../service-time.ts'

const PLAIN = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/
const MEMO_LIMIT = 1_000
const midnights = new Map<string, number | null>()

/**
 * The second in which a request was, in ms UTC; null when the value is no time. The service writes
 * `2026-07-22T03:06:49Z`, so the date is looked up once a day and the clock is read by its digits: readInstant for every
 * row would take most of the time of a long history.
 */
export function readRequestTime(value: unknown): number | null {
  if (typeof value === 'string' && PLAIN.test(value)) {
    const midnight = midnightOf(value.slice(0, 10))
    const hours = twoDigits(value, 11)
    const minutes = twoDigits(value, 14)
    const seconds = twoDigits(value, 17)
    if (midnight === null || hours > 23 || minutes > 59 || seconds > 59) return null
    return midnight + (hours * 3_600 + minutes * 60 + seconds) * SECOND
  }
  const at = readServiceTime(value)
  return at === null ? null : Math.floor(at / SECOND) * SECOND
}

const twoDigits = (text: string, at: number) => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48

function midnightOf(date: string): number | null {
  const known = midnights.get(date)
  if (known !== undefined) return known
  if (midnights.size >= MEMO_LIMIT) midnights.clear()
  const midnight = plausible(readInstant(`${date}T00:00:00Z`))
  midnights.set(date, midnight)
  return midnight
}
