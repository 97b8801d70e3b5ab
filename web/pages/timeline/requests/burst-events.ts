import type { BurstBand } from '../../../../shared/analyse/views/lanes/burst-bands.ts'
import { spanLength } from '../../../../shared/time/span.ts'
import type { LaneEvent } from '../lane/lane-event.ts'
import type { LaneWords } from '../lane/lane-words.ts'

/** What a burst's shape resembles, in a word or two; never more than "likely". */
export function burstName({ likely, count }: BurstBand, t: LaneWords['t']): string {
  if (count > 1) return t('timeline.bursts', { count })
  const [only] = likely
  return only ? t(`timeline.likely.${only}`) : t('timeline.burst')
}

/** A burst in words: how many starts, how dense, and what its shape resembles. */
export function burstEvent(burst: BurstBand, { t, wording, time }: LaneWords): LaneEvent {
  const shapes = burst.likely.map((each) => t(`timeline.likely.${each}`)).join(' · ')
  return {
    key: `burst ${burst.span.from}`,
    lane: 'bursts',
    span: burst.span,
    time: time.span(burst.span),
    what: burstName(burst, t),
    details: [
      t('timeline.starts', { count: burst.starts, duration: wording.duration(spanLength(burst.span)) }),
      t('timeline.peaks', { second: burst.perSecond, ten: burst.perTenSeconds, minute: burst.perMinute }),
      ...(burst.count > 1 ? [shapes, t('timeline.nearer')].filter((text) => text !== '') : []),
    ],
    target: burst.count > 1 ? { kind: 'zoom', span: burst.span } : { kind: 'evidence', refs: burst.refs },
  }
}
