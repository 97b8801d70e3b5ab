import type { Capture } from '../../evidence/kinds/capture.ts'
import { later } from '../../time/instant.ts'
import { intersectSpans, mergeSpans, span, spanCovers, spansOverlap, type Span } from '../../time/span.ts'
import type { Zone } from '../../time/zone.ts'
import { firstIndex } from '../first-index.ts'
import { widenByLag, type ClockLag } from '../clocks/clock-lag.ts'
import { spanInFrame, type Frame } from '../clocks/placed-records.ts'
import type { Coverage } from '../report.ts'
import type { Rules } from '../rules.ts'

/**
 * Where the usage history was looked at. A page shows all rows from its oldest on, up to the moment of capture less the
 * settle time, and less what the clock that dated it may be ahead (clock-lead.ts); of a paste without a time only the stretch
 * between its oldest and newest row is known.
 *
 *     page 1        ├──────────────┤
 *     page 2                  ├─────────────┤
 *     page 3                                      ├────────┤
 *     observed      ├───────────────────────┤     ├────────┤
 *     hole                                  ├─────┤            page 3's oldest row is newer than all we had
 *
 * `known`: what captures before these have shown.
 */
export function coverageOf(
  captures: readonly Capture[],
  leads: readonly ClockLag[],
  clock: Frame['clock'],
  zone: Zone,
  rules: Rules,
  known: Coverage = NOWHERE,
): Coverage {
  const shown = captures.flatMap((capture) => shownBy(capture, leads, clock, zone, rules))
  return shown.length === 0 ? known : coverageOfSpans([...known.observed, ...shown])
}

/** Nobody looked at anything. */
export const NOWHERE: Coverage = { observed: [], holes: [] }

/** Where a coverage changes when a stretch is added: what was not observed in it, and the holes on either side of it. */
export function changedCoverage(known: Coverage, shown: Span): readonly Span[] {
  if (isObserved(known, shown)) return []
  const { observed } = known
  const before = observed[firstIndex(observed, ({ to }) => to >= shown.from) - 1]
  const after = observed[firstIndex(observed, ({ from }) => from > shown.to)]
  return [span(before?.to ?? shown.from, after?.from ?? shown.to)]
}

function coverageOfSpans(spans: readonly Span[]): Coverage {
  const observed = mergeSpans(spans)
  const holes = observed.slice(1).map((next, index) => span(observed[index]?.to ?? next.from, next.from))
  return { observed, holes }
}

/**
 * The stretch of history that one capture shows; none where it holds no rows on that clock. In the hour in which clocks
 * are put back, the newest row may lie before the oldest once both are placed in UTC.
 */
export function shownBy(
  capture: Capture,
  leads: readonly ClockLag[],
  clock: Frame['clock'],
  zone: Zone,
  rules: Rules,
): readonly Span[] {
  if (!capture.newest || !capture.oldest) return []
  const oldest = spanInFrame(capture.oldest, clock, zone)
  const newest = spanInFrame(capture.newest, clock, zone)
  if (!oldest || !newest) return []
  const seen =
    clock === 'utc' && capture.at !== null
      ? later(widenByLag(span(capture.at, capture.at), leads, rules).from, -rules.settle)
      : newest.to
  return [span(Math.min(oldest.from, newest.from), Math.max(oldest.to, newest.to, seen))]
}

/** True where nothing within the span can have been missed. */
export function isObserved({ observed }: Coverage, range: Span): boolean {
  const first = observed[firstIndex(observed, ({ to }) => to >= range.to)]
  return first !== undefined && spanCovers(first, range)
}

/** True where anything within the span was looked at. */
export function isPartlyObserved({ observed }: Coverage, range: Span): boolean {
  const first = observed[firstIndex(observed, ({ to }) => to > range.from)]
  return first !== undefined && spansOverlap(first, range)
}

/** The part of a coverage that lies within a span. */
export function coverageWithin(coverage: Coverage, range: Span): Coverage {
  const cut = (spans: readonly Span[]) => {
    const start = firstIndex(spans, ({ to }) => to > range.from)
    const end = firstIndex(spans, ({ from }) => from >= range.to)
    return spans.slice(start, end).flatMap((each) => intersectSpans(each, range) ?? [])
  }
  return { observed: cut(coverage.observed), holes: cut(coverage.holes) }
}
