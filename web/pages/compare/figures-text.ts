import type { StretchTally } from '../../../shared/analyse/stretch.ts'
import type { Wording } from '../../../shared/wording/wording.ts'
import type { Text } from '../../locales/use-text.ts'

/** `9 requests, blocked 1 h 3 min 31 s, 4.6 % seen`. Of a day that nobody looked at only that is said: it is not zero. */
export function figuresText(day: StretchTally, t: Text, wording: Wording): string {
  const { requests, blockedMs, observedMs, observedShare } = day
  if (observedMs === 0 && requests === 0 && blockedMs === 0) return t('calendar.unseen')
  return [
    t('timeline.requestCount', { count: requests }),
    blockedMs > 0
      ? t('calendar.blocked', { duration: wording.duration(blockedMs) })
      : t('calendar.notBlocked'),
    t('compare.seen', { share: wording.percent(observedShare * 100) }),
  ].join(t('listJoin'))
}
