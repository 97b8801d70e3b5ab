import type { Meter, QuotaSnapshot } from '../../evidence/kinds/quota-snapshot.ts'
import { placeResets } from '../../evidence/local-reset.ts'
import { earlier, later, type Instant } from '../../time/instant.ts'
import { intersectSpans, span, spanLength, type Span } from '../../time/span.ts'
import type { Zone } from '../../time/zone.ts'
import { widenByLag, type ClockLag } from '../clocks/clock-lag.ts'
import { placeByCountdowns } from './countdowns.ts'
import type { Grid } from './grid.ts'
import { spanInFrame } from '../clocks/placed-records.ts'
import type { PlacedReading } from '../report.ts'
import { WINDOW_LENGTH, type Rules } from '../rules.ts'

/** A snapshot together with when it was taken. */
export interface Reading {
  readonly snapshot: QuotaSnapshot
  readonly span: Span
  readonly basis: PlacedReading['basis']
  readonly grid: Grid | null
}

/** A grid that readings join goes on under its id. */
export const isOnGrid = ({ grid }: Reading, other: Grid): boolean => grid?.id === other.id

/**
 * When a reading had been taken if its clock was as far ahead as it may have been, and when it was begun to be if it was as far
 * behind. By a clock that is right both are as it was printed. Doubt about its time takes nothing away that speaks against it:
 *
 *     printed                   ├┤
 *     may have been      ├┤············├┤
 *                         └ earliest   └ latest
 *
 * An undated one may be of any time of its window, so what came within that says nothing of it.
 */
export function earliestEnd({ snapshot, span: { from, to }, basis }: Reading): Instant {
  return basis === 'stated' ? later(from, printedLength(snapshot)) : to
}

export function latestBegin({ snapshot, span: { from, to }, basis }: Reading): Instant {
  return basis === 'stated' ? earlier(to, printedLength(snapshot)) : from
}

function printedLength({ when }: QuotaSnapshot): number {
  if (when.kind === 'span') return spanLength(when.span)
  return when.kind === 'local' ? when.local.length : 0
}

export interface Readings {
  /** Sorted by time. */
  readonly placed: readonly Reading[]
  /** Sorted by id. */
  readonly unplaced: readonly QuotaSnapshot[]
}

/**
 * Says when each snapshot was taken. A stated time is taken as it is, but for what its clock is known to be off by. A body
 * without a clock time lies in the windows that it reports, `[reset − length, reset)`. Countdowns are laid on the grid of
 * another reading (see countdowns.ts).
 */
export function placeReadings(
  snapshots: readonly QuotaSnapshot[],
  grids: readonly Grid[],
  lags: readonly ClockLag[],
  now: Instant,
  zone: Zone,
  rules: Rules,
): Readings {
  const gridOf = new Map(grids.flatMap((grid) => grid.snapshots.map((id) => [id, grid] as const)))
  const placed: Reading[] = []
  const unplaced: QuotaSnapshot[] = []
  for (const each of snapshots) {
    const snapshot = placeResets(each, zone)
    const own = gridOf.get(snapshot.id) ?? null
    const reading = placeReading(snapshot, own, grids, lags, now, zone, rules)
    if (reading) placed.push(reading)
    else unplaced.push(each)
  }
  placed.sort((a, b) => a.span.from - b.span.from || (a.snapshot.id < b.snapshot.id ? -1 : 1))
  return { placed, unplaced: unplaced.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
}

function placeReading(
  snapshot: QuotaSnapshot,
  grid: Grid | null,
  grids: readonly Grid[],
  lags: readonly ClockLag[],
  now: Instant,
  zone: Zone,
  rules: Rules,
): Reading | null {
  const stated = spanInFrame(snapshot.when, 'utc', zone)
  if (stated) return { snapshot, span: widenByLag(stated, lags, rules), basis: 'stated', grid }
  const byResets = spanOfResets(snapshot.meters, now)
  if (byResets) return { snapshot, span: byResets, basis: 'resets', grid }
  const byCountdowns = placeByCountdowns(snapshot, grids, now, rules)
  return byCountdowns ? { snapshot, ...byCountdowns, basis: 'countdowns' } : null
}

/** A reading whose time is stated and known in UTC; null for any other. */
export function datedReading(
  snapshot: QuotaSnapshot,
  grid: Grid | null,
  lags: readonly ClockLag[],
  rules: Rules,
): Reading | null {
  const { when } = snapshot
  if (when.kind !== 'span') return null
  return { snapshot, span: widenByLag(when.span, lags, rules), basis: 'stated', grid }
}

/** Where all windows that the body reports overlap, cut off at `now`; null where it reports none, or they exclude each other. */
function spanOfResets(meters: readonly Meter[], now: Instant): Span | null {
  let range: Span | null = null
  for (const meter of meters) {
    if (meter.reset?.kind !== 'at') continue
    if (meter.window !== '5h' && meter.window !== '7d') continue
    const end = meter.reset.at
    const window = span(end - WINDOW_LENGTH[meter.window], end)
    const narrowed: Span | null = range ? intersectSpans(range, window) : window
    if (!narrowed) return null
    range = narrowed
  }
  return range && intersectSpans(range, span(Math.min(range.from, now), now + 1))
}
