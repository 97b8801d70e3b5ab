import { analyse } from '../../../shared/analyse/analyse.ts'
import type { AnalyseOptions } from '../../../shared/analyse/analyse-options.ts'
import { countsOf, daysOf } from '../../../shared/store/read-counts.ts'
import { recentEvidence } from '../../../shared/store/read-recent.ts'
import { recentReach } from '../../../shared/store/recent-days.ts'
import type { Store } from '../../../shared/store/database/store.ts'
import { addDays, daySpan } from '../../../shared/time/day.ts'
import { UTC } from '../../../shared/time/zone.ts'
import type { Known } from '../questions/question.ts'

/** Up to so many rows are read and judged within half a second: a first look would only make that longer. */
export const MANY = 150_000

/**
 * What is known of the recent days of an account, read and judged in a fraction of the time that everything takes; null
 * where there are fewer items than `many`, or none that are older. What it says of the days since `since` is what is said
 * of them when all is read; blocks that began earlier are left out, as what came before them has not been read.
 */
export async function firstLook(
  store: Store,
  account: string,
  options: AnalyseOptions,
  many: number,
): Promise<Omit<Known, 'account' | 'kept' | 'sights'> | null> {
  const { items } = await countsOf(store, account)
  if (items.records + items.snapshots + items.calls < many) return null
  const days = await daysOf(store, account)
  const recent = recentReach(days, options.now)
  if (!days.some(({ day }) => day !== '' && day < recent.from)) return null
  const evidence = await recentEvidence(store, account, recent)
  const since = daySpan(addDays(recent.from, 1), UTC).from
  const analysis = analyse(evidence, options)
  const { report } = analysis
  const incidents = report.incidents.filter(({ block }) => block.span !== null && block.span.from >= since)
  return { ...analysis, report: { ...report, incidents }, since }
}
