import type { Lanes } from '../../../../shared/analyse/views/lanes.ts'
import type { MeterRange } from '../../../../shared/analyse/views/lanes/meter-envelope.ts'
import type { MeterLine } from '../../../../shared/analyse/readings/meter-lines.ts'
import type { LaneEvent } from '../lane/lane-event.ts'
import type { LaneWords } from '../lane/lane-words.ts'
import { lineKey, meterMarks, type MeterMark } from './meter-marks.ts'

/** Every reading of every meter that is drawn, in words. */
export const meterEvents = (lanes: Lanes, words: LaneWords): readonly LaneEvent[] =>
  meterMarks(lanes).map((mark) => meterEvent(mark, words))

/** A reading in words: where in time it lies as far as that is known, what it showed, and its source. */
export function meterEvent({ key, line, point, placed, wide }: MeterMark, words: LaneWords): LaneEvent {
  const { t, wording, time } = words
  return {
    key,
    lane: 'meters',
    span: placed.span,
    time: wide ? time.span(placed.span) : time.at(placed.span.from),
    what: t('timeline.meter', {
      window: wording.meter(line),
      used: wording.percent(point.usedPercent),
    }),
    details: [
      ...(wide ? [t('timeline.readWithin')] : []),
      t(`placedBy.${placed.basis}`),
      sourceText(line, t('timeline.readFrom', { source: t(`snapshotSource.${point.source}`) }), words),
    ],
    target: { kind: 'evidence', refs: [point.snapshot] },
  }
}

const sourceText = ({ pool, encoding }: MeterLine, source: string, { t }: LaneWords): string =>
  [source, ...(pool === null ? [] : [t(`pool.${pool}`)]), t(`encoding.${encoding}`)].join(' · ')

/** Many readings in words: from what to what they lie, and how many they are. */
export function meterRangeEvent(
  line: MeterLine,
  range: MeterRange,
  { t, wording, time }: LaneWords,
): LaneEvent {
  return {
    key: `meter range ${lineKey(line)} ${range.span.from}`,
    lane: 'meters',
    span: range.span,
    time: time.span(range.span),
    what: t('timeline.meterRange', {
      window: wording.meter(line),
      min: wording.percent(range.min),
      max: wording.percent(range.max),
    }),
    details: [t('timeline.readings', { count: range.readings })],
    target: { kind: 'evidence', refs: range.refs },
  }
}

export const meterRangeEvents = ({ meters }: Lanes, words: LaneWords): readonly LaneEvent[] =>
  meters.flatMap((line) => line.ranges.map((range) => meterRangeEvent(line, range, words)))
