import type { Lanes } from '../../../shared/analyse/lanes.ts'
import type { MeterRange } from '../../../shared/analyse/lanes/meter-envelope.ts'
import type { MeterLine, MeterPoint } from '../../../shared/analyse/meter-lines.ts'
import { MINUTE } from '../../../shared/time/duration.ts'
import { spanLength } from '../../../shared/time/span.ts'
import type { LaneEvent } from './lane-event.ts'
import type { LaneWords } from './lane-words.ts'

export interface MeterMark {
  readonly event: LaneEvent
  readonly line: MeterLine
  readonly point: MeterPoint
  /** The reading is only known to lie within its span, which is too long to be drawn as a moment. */
  readonly wide: boolean
  /** It is the last reading of an unbroken piece, whose value is worth writing out; `end` of the whole line. */
  readonly last: 'piece' | 'line' | null
  /** A line leads to it or on from it, so that its own mark can be small. */
  readonly onLine: boolean
}

/** A reading this exact is a moment on a day's timeline. */
const MOMENT = 2 * MINUTE

/** Every reading of every meter that is drawn, with where in time it lies as far as that is known, and its source. */
export function meterMarks(lanes: Lanes, words: LaneWords): readonly MeterMark[] {
  const { t, wording, time } = words
  const placed = new Map(lanes.readings.map((reading) => [reading.snapshot, reading]))
  return lanes.meters.flatMap((line) =>
    line.segments.flatMap((segment, index) =>
      segment.flatMap((point) => {
        const reading = placed.get(point.snapshot)
        if (!reading) return []
        const wide = spanLength(reading.span) > MOMENT
        const event: LaneEvent = {
          key: `meter ${point.snapshot} ${keyOf(line)}`,
          lane: 'meters',
          span: reading.span,
          time: wide ? time.span(reading.span) : time.at(reading.span.from),
          what: t('timeline.meter', {
            window: wording.window(line.window),
            used: wording.percent(point.usedPercent),
          }),
          details: [
            ...(wide ? [t('timeline.readWithin')] : []),
            t(`placedBy.${reading.basis}`),
            sourceText(line, t('timeline.readFrom', { source: t(`snapshotSource.${point.source}`) }), words),
          ],
          target: { kind: 'evidence', refs: [point.snapshot] },
        }
        const ends = point === segment.at(-1) ? (index === line.segments.length - 1 ? 'line' : 'piece') : null
        return [{ event, line, point, wide, last: ends, onLine: segment.length > 1 }]
      }),
    ),
  )
}

const keyOf = ({ window, pool, encoding }: MeterLine): string => `${window} ${pool ?? ''} ${encoding}`

const sourceText = ({ pool, encoding }: MeterLine, source: string, { t }: LaneWords): string =>
  [source, ...(pool === null ? [] : [t(`pool.${pool}`)]), t(`encoding.${encoding}`)].join(' · ')

/** Many readings in words: from what to what they lie, and how many they are. */
export function meterRangeEvent(
  line: MeterLine,
  range: MeterRange,
  { t, wording, time }: LaneWords,
): LaneEvent {
  return {
    key: `meter range ${keyOf(line)} ${range.span.from}`,
    lane: 'meters',
    span: range.span,
    time: time.span(range.span),
    what: t('timeline.meterRange', {
      window: wording.window(line.window),
      min: wording.percent(range.min),
      max: wording.percent(range.max),
    }),
    details: [t('timeline.readings', { count: range.readings })],
    target: { kind: 'evidence', refs: range.refs },
  }
}

export const meterRangeEvents = ({ meters }: Lanes, words: LaneWords): readonly LaneEvent[] =>
  meters.flatMap((line) => line.ranges.map((range) => meterRangeEvent(line, range, words)))
