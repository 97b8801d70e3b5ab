import { DAY_OF_HOURS, HOUR, MINUTE, SECOND } from '../../../time/duration.ts'
import { instant } from '../../../time/instant.ts'
import { spanLength, type Span } from '../../../time/span.ts'
import { offsetAt, type KnownZone } from '../../../time/zone.ts'

/** Widths of a bucket that begin and end where a clock shows something round. */
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 3, 7, 14].map((n) => n * DAY_OF_HOURS),
]
const LONGEST = 28 * DAY_OF_HOURS

/** The finest step with which a range has at most about `most` buckets; weeks by fours where two weeks are too short. */
export function stepFor(range: Span, most: number): number {
  const least = spanLength(range) / Math.max(1, most)
  return STEPS.find((step) => step >= least) ?? Math.max(1, Math.ceil(least / LONGEST)) * LONGEST
}

/** 1970-01-05 was the first Monday: weeks begin on Mondays. */
const MONDAY = 4 * DAY_OF_HOURS

/**
 * Where buckets begin and end, ascending; the first edge is at or before the range, the last at or after its end. Edges
 * lie where the zone's clock shows a round time, so a bucket of a day is the day of the calendar, of 23 or 25 hours too.
 *
 *     edges    │      │      │      │      │
 *     range        ├──────────────────┤
 */
export function edgesOf(range: Span, step: number, zone: KnownZone): readonly number[] {
  return step <= HOUR ? evenEdges(range, step, zone) : clockEdges(range, step, zone)
}

/** Clocks are changed by whole or half hours, which leaves steps of at most an hour where they were (or half a step off). */
function evenEdges(range: Span, step: number, zone: KnownZone): readonly number[] {
  const phase = offsetAt(zone, range.from) % step
  const first = Math.floor((range.from + phase) / step) * step - phase
  const edges: number[] = [first]
  for (let at = first; at < range.to;) edges.push((at += step))
  return edges
}

/** Counted on the clock and brought back to instants one by one, since any of them may have another offset. */
function clockEdges(range: Span, step: number, zone: KnownZone): readonly number[] {
  const origin = step % (7 * DAY_OF_HOURS) === 0 ? MONDAY : 0
  let offset = offsetAt(zone, range.from)
  let wall = Math.floor((range.from + offset - origin) / step) * step + origin
  const edges: number[] = []
  for (;;) {
    offset = offsetAt(zone, instant(wall - offset))
    const at = wall - offset
    if (at > (edges.at(-1) ?? Number.NEGATIVE_INFINITY)) edges.push(at)
    if (at >= range.to) return edges
    wall += step
  }
}
