import type { WindowKind } from '../../evidence/quota-snapshot.ts'
import type { Case, Rule } from '../case.ts'
import type { Fact } from '../report.ts'
import { against } from './fact.ts'
import { firstRefusedIn, hasFallen, meterReadings, type MeterReading } from './meter-bounds.ts'

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
    const all = meterReadings(subject.readings, window)
    const bounding = all.filter((each) => bounds(subject, each) && isLow(subject, each))
    const strong = bounding.filter((each) => isReliable(each, all, subject.rules.sameReset))
    const weak = bounding.filter((each) => !strong.includes(each) && each.meter.pool !== 'code')
    return [
      ...ends(strong).map((each) => factOf('low_meter', true, each)),
      ...(strong.length === 0 ? ends(weak).map((each) => factOf('low_meter_implicit', false, each)) : []),
    ]
  }

/** The reading was taken in the segment, late enough after a moment of the block that lies in it. */
function bounds(subject: Case, { reading, segment }: MeterReading): boolean {
  const refused = firstRefusedIn(subject, segment)
  if (refused === null) return false
  if (subject.block.within) return reading.span.from >= refused
  return reading.span.from >= refused + subject.rules.meterLag
}

function isLow({ block, rules }: Case, { used, meter }: MeterReading): boolean {
  const most = block.within ? rules.lowMeterTogetherPercent : rules.lowMeterPercent
  return used + meter.resolution <= most
}

function isReliable(each: MeterReading, all: readonly MeterReading[], tolerance: number): boolean {
  const { reading, meter, segment } = each
  if (hasFallen(all, segment, tolerance)) return false
  if (disagrees(each, all)) return false
  return meter.explicit || all.some((other) => other !== each && confirms(other, reading.snapshot.id, each))
}

/** Another encoding of the same reading shows a different share. */
const disagrees = (each: MeterReading, all: readonly MeterReading[]): boolean =>
  all.some(
    (other) =>
      other.reading === each.reading &&
      other.meter.pool === each.meter.pool &&
      Math.abs(other.used - each.used) > other.meter.resolution + each.meter.resolution,
  )

const confirms = (other: MeterReading, snapshot: string, each: MeterReading): boolean =>
  other.reading.snapshot.id === snapshot &&
  other.meter.encoding !== each.meter.encoding &&
  other.meter.pool === each.meter.pool &&
  other.meter.explicit

/** The first and the last of the readings: the one nearest to the block, and the one that bounds it the furthest. */
const ends = (readings: readonly MeterReading[]): readonly MeterReading[] => {
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
