import type { BlockBand } from '../../../shared/analyse/lanes.ts'
import { spanLength } from '../../../shared/time/span.ts'
import type { Wording } from '../../../shared/wording/wording.ts'
import { rangeText, type Frame } from '../../data/frame.ts'
import type { Text } from '../../locales/use-text.ts'
import type { LaneEvent } from './lane-event.ts'

/** A blocked window in words: how sure, how long, and which cause leads. */
export function blockEvent(band: BlockBand, frame: Frame, t: Text, wording: Wording): LaneEvent {
  const grade = wording.grade(band.grade)
  return {
    key: `block ${band.incident}`,
    lane: 'blocks',
    span: band.span,
    time: rangeText(band.span, frame),
    what: t(band.within ? 'timeline.blockWithin' : 'timeline.block', { grade }),
    details: [
      ...(band.within ? [] : [t('timeline.lasted', { duration: wording.duration(spanLength(band.span)) })]),
      ...(band.open ? [t('timeline.stillOpen')] : []),
      t('timeline.leading', { cause: wording.cause(band.leading) }),
    ],
    target: { kind: 'incident', id: band.incident },
  }
}
