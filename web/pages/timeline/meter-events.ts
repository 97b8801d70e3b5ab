import type { Lanes } from '../../../shared/analyse/lanes.ts'
import type { MeterLine, MeterPoint } from '../../../shared/analyse/meter-lines.ts'
import { MINUTE } from '../../../shared/time/duration.ts'
import { spanLength } from '../../../shared/time/span.ts'
import type { Wording } from '../../../shared/wording/wording.ts'
import { clockText, rangeText, type Frame } from '../../data/frame.ts'
import type { Text } from '../../locales/use-text.ts'
import type { LaneEvent } from './lane-event.ts'

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

/** Every reading of every meter, with where in time it lies as far as that is known. */
export function meterMarks(lanes: Lanes, frame: Frame, t: Text, wording: Wording): readonly MeterMark[] {
  const placed = new Map(lanes.readings.map((reading) => [reading.snapshot, reading]))
  return lanes.meters.flatMap((line) =>
    line.segments.flatMap((segment, index) =>
      segment.flatMap((point) => {
        const reading = placed.get(point.snapshot)
        if (!reading) return []
        const wide = spanLength(reading.span) > MOMENT
        const event: LaneEvent = {
          key: `meter ${point.snapshot} ${line.window} ${line.pool} ${line.encoding}`,
          lane: 'meters',
          span: reading.span,
          time: wide ? rangeText(reading.span, frame) : clockText(reading.span.from, frame),
          what: t('timeline.meter', {
            window: wording.window(line.window),
            used: wording.percent(point.usedPercent),
          }),
          details: [...(wide ? [t('timeline.readWithin')] : []), t(`placedBy.${reading.basis}`)],
          target: { kind: 'evidence', refs: [point.snapshot] },
        }
        const ends = point === segment.at(-1) ? (index === line.segments.length - 1 ? 'line' : 'piece') : null
        return [{ event, line, point, wide, last: ends, onLine: segment.length > 1 }]
      }),
    ),
  )
}
