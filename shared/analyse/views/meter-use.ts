import { groupBy } from '../../evidence/group-by.ts'
import { intersectSpans, span, spanLength, type Span } from '../../time/span.ts'
import type { MeterIndex, MeterReading, SegmentReadings } from '../readings/meter-index.ts'
import type { Rules } from '../rules.ts'
import { itemsReaching } from '../first-index.ts'

/** Windows whose use is compared. */
export const USED_WINDOWS = ['5h', '7d', 'month'] as const
export type UsedWindow = (typeof USED_WINDOWS)[number]

/** How much of a window's quota was used in a stretch, as far as its readings show. */
export interface MeterUse {
  /** Percent points of the quota. A rise between two readings is spread evenly over the time between them. */
  readonly usedPercent: number
  /** How far that spreading, and the rounding of the meter, may have it wrong, in percent points either way. */
  readonly slack: number
  /** The part of the stretch that lies between readings of one window. */
  readonly measuredMs: number
}

/** By how much a meter rose between two readings of one segment. */
interface Rise {
  readonly span: Span
  readonly by: number
  readonly resolution: number
}

/** The rises of a window's meter, in the order of time; disjoint. */
export type Rises = readonly Rise[]

/**
 * All rises of a window. Of two encodings the finer one counts, and the whole pool of a month rather than its Code part.
 * The first reading of a window with a known begin has risen from nothing:
 *
 *     reset ├───── 4 % ───── 9 % ─────┤ reset        4 points, then 5; after the last reading nothing is known
 */
export const risesOf = (index: MeterIndex, window: UsedWindow, rules: Rules): Rises =>
  index[window].flatMap((segment) => risesIn(segment, rules)).toSorted((a, b) => a.span.from - b.span.from)

function risesIn({ segment, readings }: SegmentReadings, { meterLag }: Rules): Rises {
  const exact = bestMeter(readings).filter(
    ({ reading }) => reading.span.to - reading.span.from <= meterLag && reading.span.from < segment.to,
  )
  const [first] = exact
  if (!first) return []
  const begun =
    segment.from !== null && segment.from < first.reading.span.from
      ? [
          {
            span: span(segment.from, first.reading.span.from),
            by: first.used,
            resolution: first.meter.resolution,
          },
        ]
      : []
  const between = exact.slice(1).flatMap((next, position): Rise[] => {
    const last = exact[position]
    if (!last || last.reading.span.from >= next.reading.span.from) return []
    return [
      {
        span: span(last.reading.span.from, next.reading.span.from),
        by: Math.max(0, next.used - last.used),
        resolution: next.meter.resolution,
      },
    ]
  })
  return [...begun, ...between]
}

/** The readings of the one meter that says most: whole pool before Code part, fine before coarse, many before few. */
function bestMeter(readings: readonly MeterReading[]): readonly MeterReading[] {
  const meters = groupBy(
    readings,
    ({ meter }) => `${meter.pool === 'code'} ${meter.encoding} ${meter.pool ?? ''}`,
  )
  const [best] = [...meters.values()].toSorted((a, b) => {
    const [left, right] = [a[0]?.meter, b[0]?.meter]
    return (
      Number(left?.pool === 'code') - Number(right?.pool === 'code') ||
      Number(a.every(({ used }) => used === 0)) - Number(b.every(({ used }) => used === 0)) ||
      (left?.resolution ?? 0) - (right?.resolution ?? 0) ||
      b.length - a.length
    )
  })
  return best ?? []
}

/** What was used in some stretches together; null where no two readings lie around any part of them. */
export function useWithin(rises: Rises, stretches: readonly Span[]): MeterUse | null {
  let [usedPercent, slack, measuredMs] = [0, 0, 0]
  for (const range of stretches) {
    const touching = itemsReaching(rises, range)
    for (const { span: between, by } of touching) {
      const shared = intersectSpans(between, range)
      if (!shared) continue
      const share = spanLength(shared) / spanLength(between)
      usedPercent += by * share
      if (share < 1) slack += by * Math.max(share, 1 - share)
      measuredMs += spanLength(shared)
    }
    // rounding does not add up over readings in between: it is that of the two outermost
    slack += (touching[0]?.resolution ?? 0) + (touching.at(-1)?.resolution ?? 0)
  }
  return measuredMs === 0 ? null : { usedPercent, slack, measuredMs }
}
