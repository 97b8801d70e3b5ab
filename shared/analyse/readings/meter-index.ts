import type { Meter, WindowKind } from '../../evidence/kinds/quota-snapshot.ts'
import type { Span } from '../../time/span.ts'
import { firstIndex } from '../first-index.ts'
import { earliestIn, sameSegment, segmentOf, type MeterSegment } from './meter-windows.ts'
import { latestBegin, type Reading } from './readings.ts'
import { SHORTEST_MONTH, type Rules } from '../rules.ts'

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
  /** Each reading that was lower than the one of the same meter before it, after that one. */
  readonly falls: readonly (readonly [before: MeterReading, after: MeterReading])[]
  /** Those of a time that is only worked out, which are few as a rule. */
  readonly undated: readonly MeterReading[]
}

/** All readings that state a share and belong to a segment, by window; segments in the order of their ends. */
export type MeterIndex = Readonly<Record<WindowKind, readonly SegmentReadings[]>>

/** Sorts the readings into segments once, so that no rule has to look at all of them. */
export function indexMeters(readings: readonly Reading[], rules: Rules): MeterIndex {
  const of = (window: WindowKind) => groupBySegment(meterReadings(readings, window), rules.sameReset)
  return { '5h': of('5h'), '7d': of('7d'), 'month': of('month'), 'other': [] }
}

/** The index with one more reading in it; only the segments that may be its own are sorted again. */
export function indexWith(index: MeterIndex, reading: Reading, rules: Rules): MeterIndex {
  const of = (window: WindowKind) =>
    meterReadings([reading], window).reduce(
      (segments, each) => segmentsWith(segments, each, rules.sameReset),
      index[window],
    )
  return { '5h': of('5h'), '7d': of('7d'), 'month': of('month'), 'other': [] }
}

/**
 * A reading belongs to the last segment that does not end after its own, or begins one; since it may end a little earlier
 * than that which a segment is named after, the segments on either side are made anew, as far as their edges move.
 */
function segmentsWith(
  segments: readonly SegmentReadings[],
  each: MeterReading,
  tolerance: number,
): readonly SegmentReadings[] {
  const after = firstIndex(segments, ({ segment }) => segment.to > each.segment.to)
  const start = Math.max(0, after - 1)
  for (let end = Math.min(after + 1, segments.length); ; end++) {
    const touched = segments.slice(start, end).flatMap(({ readings }) => readings)
    const anew = groupBySegment([...touched, each].toSorted(byReading), tolerance)
    const next = segments[end]
    const last = anew.at(-1)
    // the segment that follows is still named after the same reading
    if (!next || !last || !sameSegment(last.segment, next.segment, tolerance))
      return [...segments.slice(0, start), ...anew, ...segments.slice(end)]
  }
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
    const sorted = readings.toSorted(byReading)
    const peak = sorted.reduce((most, each) => (most.used >= each.used ? most : each), readings[0])
    const undated = sorted.filter(({ reading }) => reading.basis !== 'stated')
    return { segment, readings: sorted, peak, fell: hasFallen(sorted), falls: fallsIn(sorted), undated }
  })
}

const byReading = (a: MeterReading, b: MeterReading): number =>
  a.reading.span.from - b.reading.span.from ||
  (a.reading === b.reading ? 0 : a.reading.snapshot.id < b.reading.snapshot.id ? -1 : 1)

function fallsIn(readings: readonly MeterReading[]): SegmentReadings['falls'] {
  const last = new Map<string, MeterReading>()
  return readings.flatMap((next): SegmentReadings['falls'] => {
    const key = meterKey(next)
    const before = last.get(key)
    last.set(key, next)
    const fell =
      before &&
      isAfter(before.reading, next.reading) &&
      before.used - before.meter.resolution > next.used + next.meter.resolution
    return fell ? [[before, next]] : []
  })
}

const meterKey = ({ meter }: MeterReading): string => `${meter.encoding} ${meter.pool ?? ''}`

/** Of two readings by stated times, however uncertain, the order is known; an undated one may be of any time of its window. */
const isAfter = (before: Reading, next: Reading): boolean =>
  (before.basis === 'stated' && next.basis === 'stated') || before.span.to <= next.span.from

function hasFallen(readings: readonly MeterReading[]): boolean {
  const highest = new Map<string, MeterReading>()
  const least = ({ meter, used }: MeterReading) => used - meter.resolution
  for (const each of readings) {
    const key = meterKey(each)
    const most = highest.get(key)
    const isLower = most !== undefined && least(most) > each.used + each.meter.resolution
    if (isLower && isAfter(most.reading, each.reading)) return true
    if (!most || least(each) > least(most)) highest.set(key, each)
  }
  return false
}

/**
 * By when a segment has begun for certain. A month whose start is not known has no fewer than 28 days, and had begun when it
 * was first read.
 */
export const begunBy = ({ segment: { from, to }, readings: [first] }: SegmentReadings): number =>
  from ?? Math.min(to - SHORTEST_MONTH, first?.reading.span.to ?? to)

/** Index of the first segment that ends at or after `at`. */
const firstEndingFrom = (segments: readonly SegmentReadings[], at: number): number =>
  firstIndex(segments, ({ segment }) => segment.to >= at)

/** The segments that may hold a moment of the span. */
export function segmentsAround(
  segments: readonly SegmentReadings[],
  range: Span,
): readonly SegmentReadings[] {
  const found: SegmentReadings[] = []
  for (let index = firstEndingFrom(segments, range.from); index < segments.length; index++) {
    const each = segments[index]
    if (!each || earliestIn(each.segment) > range.to) break
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

/**
 * The same meter in the other encodings of its reading, which should say the same. The month's pools are meters of their
 * own: Kimi Code's share differs from the whole by what the rest of Kimi used.
 */
export function otherEncodingsOf(each: MeterReading, { readings }: SegmentReadings): readonly MeterReading[] {
  const { from } = each.reading.span
  const twins: MeterReading[] = []
  for (let index = firstReadFrom(readings, from); readings[index]?.reading.span.from === from; index++) {
    const other = readings[index]
    if (other && other !== each && other.reading === each.reading && other.meter.pool === each.meter.pool)
      twins.push(other)
  }
  return twins
}

/** Index of the first reading at or after `at`. */
export const firstReadFrom = (readings: readonly MeterReading[], at: number): number =>
  firstIndex(readings, ({ reading }) => reading.span.from >= at)

/** Index of the first reading that may have been taken at or after `at`, as far as its clock is in doubt. */
export function firstMaybeReadFrom(readings: readonly MeterReading[], at: number): number {
  let first = firstReadFrom(readings, at)
  for (let before = readings[first - 1]; before && latestBegin(before.reading) >= at; first -= 1)
    before = readings[first - 2]
  return first
}

/** Whether two meters of one window are one: of the same pool, in the same encoding. */
export const isSameMeter = (
  a: Pick<Meter, 'encoding' | 'pool'>,
  b: Pick<Meter, 'encoding' | 'pool'>,
): boolean => a.encoding === b.encoding && a.pool === b.pool
