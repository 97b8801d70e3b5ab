import { dayOf } from '../time/day.ts'
import { MINUTE } from '../time/duration.ts'
import type { Span } from '../time/span.ts'
import { UTC } from '../time/zone.ts'
import { guarded } from './guarded.ts'
import { rowsBetween } from './key-range.ts'
import { unpackMinutes, type MinuteCount } from './minute-columns.ts'
import type { Store } from './store.ts'

/**
 * Requests per minute for the minutes that overlap the span, in order; minutes without requests are left out. Rows of
 * unknown zone are not counted.
 */
export function minutesIn(store: Store, account: string, range: Span): Promise<MinuteCount[]> {
  return guarded(store, async () => {
    const days = rowsBetween(store.minutes, [account], dayOf(range.from, UTC), dayOf(range.to, UTC))
    const counts = (await days.toArray()).flatMap(({ columns }) => unpackMinutes(columns))
    return counts.filter(({ minute }) => minute < range.to && minute + MINUTE > range.from)
  })
}
