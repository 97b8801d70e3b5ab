import type { WindowKind } from '../../evidence/quota-snapshot.ts'
import type { Case, Rule } from '../case.ts'
import type { Fact } from '../report.ts'
import { against } from './fact.ts'
import { segmentsAround, type MeterReading, type SegmentReadings } from '../meter-index.ts'
import { firstRefusedIn } from './meter-bounds.ts'

/**
 * A low reading bounds everything before it in its segment (DESIGN.md 4): meters only rise between two resets, so a
 * window that shows 2 % now was not used up an hour ago.
 *
 *     reset ├── ✗ refused ──────── reading: 2 % ──────┤ reset
 *               └── at most 2 % here
 *
 * Strong only when the share is well under the limit after rounding, the reading says so itself (a ratio of 0 may be a
 * placeholder, KIMI.md 1.F), no other encoding of it disagrees, and the meter did not fall in between.
 */
export const lowMeter =
  (window: WindowKind): Rule =>
  (subject) => {
    const groups = segmentsAround(subject.meters[window], subject.block.span)
    const strong = groups.flatMap((group) => strongEnds(lowReadings(subject, group), group))
    if (strong.length > 0) return ends(strong).map((each) => factOf('low_meter', true, each))
    const weak = groups.flatMap((group) =>
      lowReadings(subject, group).filter(({ meter }) => meter.pool !== 'code'),
    )
    return ends(weak).map((each) => factOf('low_meter_implicit', false, each))
  }

/** The low readings of a segment that were taken late enough after a moment of the block that lies in it. */
function lowReadings(subject: Case, { segment, readings }: SegmentReadings): readonly MeterReading[] {
  const { block, rules } = subject
  const refused = firstRefusedIn(subject, segment)
  if (refused === null) return []
  const clear = block.within ? refused : refused + rules.meterLag
  const most = block.within ? rules.lowMeterTogetherPercent : rules.lowMeterPercent
  return readings.filter(
    ({ reading, used, meter }) => reading.span.from >= clear && used + meter.resolution <= most,
  )
}

/** The first and the last of the low readings that can be relied on; none where the meter fell in between. */
function strongEnds(
  low: readonly MeterReading[],
  { readings, fell }: SegmentReadings,
): readonly MeterReading[] {
  if (low.length === 0 || fell) return []
  const reliable = (each: MeterReading) => isReliable(each, readings)
  const first = low.find(reliable)
  const last = low.findLast(reliable)
  return first && last ? [first, last] : []
}

/** It says its share itself, or another encoding of the same reading does; and none of them shows a different share. */
function isReliable(each: MeterReading, all: readonly MeterReading[]): boolean {
  const twins = all.filter(
    (other) => other !== each && other.reading === each.reading && other.meter.pool === each.meter.pool,
  )
  const disputed = twins.some(
    (other) => Math.abs(other.used - each.used) > other.meter.resolution + each.meter.resolution,
  )
  return !disputed && (each.meter.explicit || twins.some((other) => other.meter.explicit))
}

/** The first and the last of the readings: the one nearest to the block, and the one that bounds it the furthest. */
function ends(readings: readonly MeterReading[]): readonly MeterReading[] {
  const [first] = readings
  const last = readings.at(-1)
  if (!first || !last) return []
  return first === last ? [first] : [first, last]
}

const factOf = (rule: Fact['rule'], strong: boolean, { reading, used, segment }: MeterReading): Fact =>
  against(rule, strong, {
    values: {
      window: { unit: 'window', value: segment.window },
      used: { unit: 'percent', value: used },
      from: { unit: 'instant', value: reading.span.from },
      to: { unit: 'instant', value: reading.span.to },
    },
    refs: [reading.snapshot.id],
  })
