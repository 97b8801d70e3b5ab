import { addDays, dayOf, type Day } from '../time/day.ts'
import type { Instant } from '../time/instant.ts'
import { UTC } from '../time/zone.ts'
import type { DayCount } from './read-counts.ts'
import type { Recent } from './read-recent.ts'

/** A week window, a day for a block at its beginning, and a day for what reaches over the edge. */
export const RECENT_DAYS = 9
/** A month window and what reaches over its edges: readings of it may have a say. */
const READING_DAYS = 33
/** The console shows so many rows (docs/kimi.md#history), and each of them may lie in a blocked window. */
const ROWS_SHOWN = 100

/**
 * The day of UTC from which `reach` days before the newest hundred rows are read. An analysis of no more says, of what is
 * dated a day later or more, what an analysis of everything says: nothing that is older than a block's longest window has
 * a say in its verdict.
 */
export function recentReach(days: readonly DayCount[], now: Instant, reach = RECENT_DAYS): Recent {
  const from = addDays(dayOfNewestRows(days, dayOf(now, UTC)), -reach)
  return { from, readingsFrom: addDays(from, -READING_DAYS) }
}

/** The day on which the oldest of the newest hundred rows lies, or today where there are none. */
function dayOfNewestRows(days: readonly DayCount[], today: Day): Day {
  const dated = days.flatMap(({ day, records }) => (day === '' ? [] : [{ day, records }]))
  let rows = 0
  for (const { day, records } of dated.toSorted((a, b) => (a.day < b.day ? 1 : -1))) {
    rows += records
    if (rows >= ROWS_SHOWN) return day < today ? day : today
  }
  const first = dated.map(({ day }) => day).toSorted()[0]
  return first !== undefined && first < today ? first : today
}
