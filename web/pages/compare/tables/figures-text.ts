import type { StretchTally } from '../../../../shared/analyse/blocks/stretch.ts'
import { spanLength } from '../../../../shared/time/span.ts'
import type { Wording } from '../../../../shared/wording/wording.ts'
import type { Text } from '../../../locales/use-text.ts'

/** `9 requests, blocked 1 h 3 min 31 s, 4.6 % seen`. Of a day that nobody looked at only that is said: it is not zero. */
export function figuresText(day: StretchTally, t: Text, wording: Wording): string {
  const { requests, blockedMs, blockedWithin, observedMs } = day
  if (observedMs === 0 && requests === 0 && blockedMs === 0 && !blockedWithin) return t('calendar.unseen')
  return [
    t('timeline.requestCount', { count: requests }),
    blockedMs > 0
      ? t('calendar.blocked', { duration: wording.duration(blockedMs) })
      : t(blockedWithin ? 'calendar.blockedWithin' : 'calendar.notBlocked'),
    observedText(day, t, wording),
  ].join(t('listJoin'))
}

/** How much was observed: of what has passed of it, where it is not over yet. */
export function observedText(
  { span, passedMs, observedShare }: Pick<StretchTally, 'span' | 'passedMs' | 'observedShare'>,
  t: Text,
  wording: Wording,
): string {
  const isOver = passedMs >= spanLength(span)
  return t(isOver ? 'compare.seen' : 'compare.seenSoFar', { share: wording.percent(observedShare * 100) })
}
