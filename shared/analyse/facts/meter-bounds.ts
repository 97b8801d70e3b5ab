import type { Meter, WindowKind } from '../../evidence/quota-snapshot.ts'
import { instant, type Instant } from '../../time/instant.ts'
import type { Case } from '../case.ts'
import { refusedSpan } from '../block.ts'
import { sameSegment, segmentOf, type MeterSegment } from '../meter-windows.ts'
import type { Reading } from '../readings.ts'

/** One meter of one reading, with the segment in which it only rises. */
export interface MeterReading {
  readonly reading: Reading
  readonly meter: Meter
  readonly used: number
  readonly segment: MeterSegment
}

/** All readings of a window that say a share and a segment. */
export function meterReadings(readings: readonly Reading[], window: WindowKind): readonly MeterReading[] {
  return readings.flatMap((reading) =>
    reading.snapshot.meters.flatMap((meter) => {
      const segment = meter.window === window ? segmentOf(reading, meter) : null
      return segment && meter.usedPercent !== null
        ? [{ reading, meter, used: meter.usedPercent, segment }]
        : []
    }),
  )
}

/**
 * The first moment of the block that lies clear inside the segment, or null when none does. "Clear" is later than the
 * segment's start by the tolerance, since a refusal right after a reset may still be the old window's.
 *
 *     segment        ├──────────────────┤
 *     block     ├────────┤
 *                    ··x                    x: the first moment that only this segment can answer for
 */
export function firstRefusedIn(subject: Case, segment: MeterSegment): Instant | null {
  const { block, rules } = subject
  if (segment.from === null) return null
  const clear = segment.from + toleranceOf(subject)
  if (block.within)
    return block.span.from >= segment.from && block.span.to <= segment.to ? block.span.from : null
  if (block.refusals.length === 0) {
    const refused = refusedSpan(block)
    const from = Math.max(refused.from, clear)
    return from < Math.min(refused.to, segment.to - rules.resetTolerance) ? instant(from) : null
  }
  return block.refusals.find(({ span }) => span.from >= clear && span.to <= segment.to)?.span.to ?? null
}

/** How far past a reset a refusal must lie to count: more when its time is only inferred from silence. */
export const toleranceOf = ({ block, rules }: Case): number =>
  block.refusals.length > 0 ? rules.resetTolerance : rules.undatedTolerance

/** True where a meter is known to have fallen inside the segment, so that "only rises" does not hold. */
export function hasFallen(all: readonly MeterReading[], segment: MeterSegment, tolerance: number): boolean {
  const inside = all.filter((each) => sameSegment(each.segment, segment, tolerance))
  return inside.some((later, index) =>
    inside
      .slice(0, index)
      .some(
        (earlier) =>
          earlier.meter.encoding === later.meter.encoding &&
          earlier.meter.pool === later.meter.pool &&
          earlier.used - earlier.meter.resolution > later.used + later.meter.resolution,
      ),
  )
}
