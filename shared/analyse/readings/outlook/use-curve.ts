import type { Meter, WindowKind } from '../../../evidence/kinds/quota-snapshot.ts'
import { firstIndex } from '../../first-index.ts'
import {
  begunBy,
  isSameMeter,
  type MeterIndex,
  type MeterReading,
  type SegmentReadings,
} from '../meter-index.ts'

/** Use of one window added up over its resets, in percent: it goes on rising where the meter begins again at zero. */
export interface UseCurve {
  readonly points: readonly CurvePoint[]
}

interface CurvePoint {
  readonly at: number
  readonly sum: number
  /** How many stretches before it are unknown: a sum across one is no sum. */
  readonly gaps: number
}

/** The share of a window's length that may be unread around a reset, where the use of some minutes is in doubt. */
const UNREAD_AT_RESET = 1 / 20

/** The curves of an account's meters, each made of all its readings once, when it is first asked for. */
export class UseCurves {
  private readonly made = new Map<string, UseCurve>()

  constructor(private readonly meters: MeterIndex) {}

  /** The curve through the readings of one meter (same pool and encoding). */
  of(window: WindowKind, meter: Meter): UseCurve {
    const key = `${window} ${meter.encoding} ${meter.pool ?? ''}`
    const known = this.made.get(key)
    if (known) return known
    const isSame = (each: MeterReading) => isSameMeter(each.meter, meter)
    const curve = useCurve(this.meters[window], isSame)
    this.made.set(key, curve)
    return curve
  }
}

/** Segment after segment. */
function useCurve(segments: readonly SegmentReadings[], isSame: (each: MeterReading) => boolean): UseCurve {
  const points: CurvePoint[] = []
  for (const group of segments) {
    const length = group.segment.to - begunBy(group)
    let before: MeterReading | null = null
    for (const each of group.readings.filter(isSame)) {
      const at = each.reading.span.from
      const last = points.at(-1)
      if (last && at <= last.at) continue
      const isKnown = before !== null || (last !== undefined && at - last.at <= length * UNREAD_AT_RESET)
      const rise = Math.max(0, each.used - (before?.used ?? 0))
      points.push({
        at,
        sum: (last?.sum ?? 0) + (isKnown ? rise : 0),
        gaps: (last?.gaps ?? 0) + (isKnown ? 0 : 1),
      })
      before = each
    }
  }
  return { points }
}

/** By how much the use rose in a stretch, in percent; null where a part of it is not known. */
export function riseIn({ points }: UseCurve, from: number, to: number): number | null {
  const start = pointAt(points, from)
  const end = pointAt(points, to)
  return start && end && start.gaps === end.gaps ? Math.max(0, end.sum - start.sum) : null
}

/** Between two readings, use is taken to rise evenly. */
function pointAt(points: readonly CurvePoint[], at: number): CurvePoint | null {
  const index = firstIndex(points, (point) => point.at >= at)
  const after = points[index]
  if (!after) return null
  if (after.at === at) return after
  const before = points[index - 1]
  if (!before || before.gaps !== after.gaps) return null
  const share = (at - before.at) / (after.at - before.at)
  return { at, sum: before.sum + share * (after.sum - before.sum), gaps: after.gaps }
}
