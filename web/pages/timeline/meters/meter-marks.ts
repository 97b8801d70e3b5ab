import type { Lanes } from '../../../../shared/analyse/views/lanes.ts'
import type { MeterPoint } from '../../../../shared/analyse/views/lanes/meter-envelope.ts'
import type { MeterLine } from '../../../../shared/analyse/readings/meter-lines.ts'
import type { PlacedReading } from '../../../../shared/analyse/report.ts'
import { MINUTE } from '../../../../shared/time/duration.ts'
import { spanLength } from '../../../../shared/time/span.ts'

/** A reading of a meter as it is drawn, without its words: there may be a thousand, of which few are ever asked for. */
export interface MeterMark {
  readonly key: string
  readonly line: MeterLine
  readonly point: MeterPoint
  readonly placed: PlacedReading
  /** The reading is only known to lie within its span, which is too long to be drawn as a moment. */
  readonly wide: boolean
  /** It is the last reading of an unbroken piece, whose value is worth writing out; `line` of the whole line. */
  readonly last: 'piece' | 'line' | null
  /** A line leads to it or on from it, so that its own mark can be small. */
  readonly onLine: boolean
}

/** A reading this exact is a moment on a day's timeline. */
const MOMENT = 2 * MINUTE

/** Every reading of every meter that is drawn. */
export function meterMarks({ readings, meters }: Lanes): readonly MeterMark[] {
  const places = new Map(readings.map((reading) => [reading.snapshot, reading]))
  return meters.flatMap((line) =>
    line.segments.flatMap((segment, index) =>
      segment.flatMap((point): MeterMark[] => {
        const placed = places.get(point.snapshot)
        if (!placed) return []
        const key = `meter ${point.snapshot} ${lineKey(line)}`
        const wide = spanLength(placed.span) > MOMENT
        const last = point === segment.at(-1) ? (index === line.segments.length - 1 ? 'line' : 'piece') : null
        return [{ key, line, point, placed, wide, last, onLine: segment.length > 1 }]
      }),
    ),
  )
}

/** What tells the lines of a range apart. */
export const lineKey = ({ window, pool, encoding }: MeterLine): string =>
  `${window} ${pool ?? ''} ${encoding}`
