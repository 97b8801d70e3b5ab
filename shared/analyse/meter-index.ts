import type { Meter, WindowKind } from '../evidence/quota-snapshot.ts'
import type { Span } from '../time/span.ts'
import { firstIndex } from './first-index.ts'
import { sameSegment, segmentOf, type MeterSegment } from './meter-windows.ts'
import type { Reading } from './readings.ts'
import type { Rules } from './rules.ts'

/** One meter of one reading, with the segment in which it only rises. */
export interface MeterReading {
  readonly reading: Reading
  readonly meter: Meter
  readonly used: number
  readonly segment: MeterSegment
}

/** The readings of one segment, in the order of time. */
export interface SegmentReadings {
  readonly segment: MeterSegment
  readonly readings: readonly MeterReading[]
  /** The highest of them. */
  readonly peak: MeterReading
  /** A meter fell among them, so that "only rises" does not hold here. */
  readonly fell: boolean
}

/** All readings that state a share and belong to a segment, by window; segments in the order of their ends. */
export type MeterIndex = Readonly<Record<WindowKind, readonly SegmentReadings[]>>

/** Sorts the readings into segments once, so that no rule has to look at all of them. */
export function indexMeters(readings: readonly Reading[], rules: Rules): MeterIndex {
  const of = (window: WindowKind) => groupBySegment(meterReadings(readings, window), rules.sameReset)
  return { '5h': of('5h'), '7d': of('7d'), 'month': of('month'), 'other': [] }
}

function meterReadings(readings: readonly Reading[], window: WindowKind): readonly MeterReading[] {
  return readings.flatMap((reading) =>
    reading.snapshot.meters.flatMap((meter) => {
      const segment = meter.window === window && meter.usedPercent !== null ? segmentOf(reading, meter) : null
      return segment && meter.usedPercent !== null
        ? [{ reading, meter, used: meter.usedPercent, segment }]
        : []
    }),
  )
}

function groupBySegment(all: readonly MeterReading[], tolerance: number): readonly SegmentReadings[] {
  const groups: { readonly segment: MeterSegment; readonly readings: [MeterReading, ...MeterReading[]] }[] =
    []
  for (const each of all.toSorted((a, b) => a.segment.to - b.segment.to)) {
    const last = groups.at(-1)
    if (last && sameSegment(last.segment, each.segment, tolerance)) last.readings.push(each)
    else groups.push({ segment: each.segment, readings: [each] })
  }
  return groups.map(({ segment, readings }) => {
    const sorted = readings.toSorted((a, b) => a.reading.span.from - b.reading.span.from)
    const peak = sorted.reduce((most, each) => (most.used >= each.used ? most : each), readings[0])
    return { segment, readings: sorted, peak, fell: hasFallen(sorted) }
  })
}

function hasFallen(readings: readonly MeterReading[]): boolean {
  const highest = new Map<string, number>()
  for (const { meter, used } of readings) {
    const key = `${meter.encoding} ${meter.pool ?? ''}`
    const most = highest.get(key)
    if (most !== undefined && most > used + meter.resolution) return true
    highest.set(key, Math.max(most ?? 0, used - meter.resolution))
  }
  return false
}

/** Index of the first segment that ends at or after `at`. */
const firstEndingFrom = (segments: readonly SegmentReadings[], at: number): number =>
  firstIndex(segments, ({ segment }) => segment.to >= at)

/** The segments that may hold a moment of the span; one whose start is not known may reach back to any time. */
export function segmentsAround(
  segments: readonly SegmentReadings[],
  range: Span,
): readonly SegmentReadings[] {
  const found: SegmentReadings[] = []
  for (let index = firstEndingFrom(segments, range.from); index < segments.length; index++) {
    const each = segments[index]
    if (!each || (each.segment.from !== null && each.segment.from > range.to)) break
    found.push(each)
  }
  return found
}

/** The segment that ends at that moment, within the tolerance. */
export function segmentEndingAt(
  segments: readonly SegmentReadings[],
  at: number,
  tolerance: number,
): SegmentReadings | null {
  const found = segments[firstEndingFrom(segments, at - tolerance)]
  return found && Math.abs(found.segment.to - at) <= tolerance ? found : null
}

/** The other meters of that window that the same reading shows: another encoding, another pool. */
export function twinsOf(each: MeterReading, { readings }: SegmentReadings): readonly MeterReading[] {
  const { from } = each.reading.span
  const twins: MeterReading[] = []
  for (let index = firstReadFrom(readings, from); readings[index]?.reading.span.from === from; index++) {
    const other = readings[index]
    if (other && other !== each && other.reading === each.reading) twins.push(other)
  }
  return twins
}

/** Index of the first reading at or after `at`. */
export const firstReadFrom = (readings: readonly MeterReading[], at: number): number =>
  firstIndex(readings, ({ reading }) => reading.span.from >= at)
