import { CAUSES, type Cause } from '../../../shared/analyse/report.ts'
import type { YearDay } from '../../../shared/analyse/views/year/year-days.ts'
import type { Text } from '../../locales/use-text.ts'
import type { Wording } from '../../../shared/wording/wording.ts'

export const BLOCKERS: readonly (Cause | 'unknown')[] = [...CAUSES, 'unknown']

/** Nobody looked, and nothing was seen by chance either. */
export const isUnseen = ({ observedMs, requests, blockedMs, blockedWithin }: YearDay): boolean =>
  observedMs === 0 && requests === 0 && blockedMs === 0 && !blockedWithin

/** What a day was, in words: blocked by what and for how long, and how much of it was looked at. */
export function dayWords(day: YearDay, t: Text, wording: Wording): readonly string[] {
  const { byCause, blockedMs, blockedWithin, observedMs, passedMs } = day
  if (passedMs === 0) return [t('year.toCome')]
  if (isUnseen(day)) return [t('calendar.unseen')]
  const blocked = BLOCKERS.filter((cause) => byCause[cause] > 0).map((cause) =>
    t('year.blockedBy', { duration: wording.duration(byCause[cause]), cause: wording.cause(cause) }),
  )
  const none = blockedMs > 0 ? [] : [t(blockedWithin ? 'calendar.blockedWithin' : 'calendar.notBlocked')]
  return [
    ...blocked,
    ...none,
    t('calendar.seen', { share: wording.percent((Math.min(observedMs, passedMs) / passedMs) * 100) }),
  ]
}
