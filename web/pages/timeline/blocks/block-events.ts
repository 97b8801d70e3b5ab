import type { BlockBand } from '../../../../shared/analyse/views/lanes.ts'
import { spanLength } from '../../../../shared/time/span.ts'
import type { LaneEvent } from '../lane/lane-event.ts'
import type { LaneWords } from '../lane/lane-words.ts'

/** A blocked window in words: how sure, how long, and which cause leads. Several that lie near each other: how many. */
export function blockEvent(band: BlockBand, { t, wording, time }: LaneWords): LaneEvent {
  const grade = wording.grade(band.grade)
  const event = {
    key: `block ${band.incident}`,
    lane: 'blocks',
    span: band.span,
    time: time.span(band.whole),
  } as const
  if (band.count > 1)
    return {
      ...event,
      what: t('timeline.blocks', { count: band.count }),
      details: [t('timeline.nearer')],
      target: { kind: 'zoom', span: band.whole },
    }
  return {
    ...event,
    what: t(band.within ? 'timeline.blockWithin' : 'timeline.block', { grade }),
    details: [
      ...(band.within ? [] : [t('timeline.lasted', { duration: wording.duration(spanLength(band.whole)) })]),
      ...(band.open ? [t('timeline.stillOpen')] : []),
      t('timeline.leading', { cause: wording.cause(band.leading) }),
    ],
    target: { kind: 'incident', id: band.incident },
  }
}
