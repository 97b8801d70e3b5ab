import { addDays, dayOf, daySpan, startOfDay, type Day } from '../../time/day.ts'
import { DAY_OF_HOURS } from '../../time/duration.ts'
import { later } from '../../time/instant.ts'
import { span, spanLength, spansOverlap, type Span } from '../../time/span.ts'
import { UNKNOWN_ZONE, UTC, type KnownZone, type Zone } from '../../time/zone.ts'
import type { Analysis } from '../analysis.ts'
import { findBursts } from '../logs/bursts.ts'
import { slotsBy, type Alignment } from './day-slots.ts'
import { differencesOf, type Difference } from './differences.ts'
import type { Epoch } from '../readings/epochs.ts'
import { requestBuckets } from './lanes/request-buckets.ts'
import type { RowIndex } from './lanes/row-index.ts'
import { edgesOf } from './lanes/time-grid.ts'
import { risesOf } from './meter-use.ts'
import { recordsWithin } from '../clocks/placed-records.ts'
import { WINDOW_LENGTH } from '../rules.ts'
import type { Stretch, StretchTally } from '../blocks/stretch.ts'
import { blockedSpans, looseBlocks, tallyOf, type Countable } from '../blocks/tally.ts'

export interface Comparison {
  readonly alignment: Alignment
  /** The stretches in the order in which they were asked for. */
  readonly days: readonly StretchTally[]
  /** Each against the first. */
  readonly differences: readonly Difference[]
}

export interface CompareOptions {
  readonly zone: Zone
  readonly alignment?: Alignment
}

/** More than this nobody tells apart on a chart. */
export const MAX_COMPARED = 8

/**
 * Days or 5 h windows side by side, at most eight. Without a grid there are no 5 h windows to line days up by, and without
 * rows no first request: such a stretch has no slots. Rows without a zone have days of their wall clock, and no windows.
 */
export function compareStretches(
  { report, rules, derived }: Analysis,
  stretches: readonly Stretch[],
  { zone, alignment = 'clock' }: CompareOptions,
): Comparison {
  if (stretches.length > MAX_COMPARED)
    throw new RangeError(`at most ${MAX_COMPARED} stretches can be compared, not ${stretches.length}`)
  const onWall = zone === UNKNOWN_ZONE && stretches.every(({ kind }) => kind === 'day')
  const clock = onWall ? 'wall' : 'utc'
  const { epochs, meters } = derived.account
  const { frame, coverage } = derived.on(clock)
  const ranges = stretches.map((stretch) => spanOf(stretch, zone))
  const countable: Countable = {
    frame,
    coverage,
    blocks: blockedSpans(report, clock),
    bursts: ranges.flatMap((range) => findBursts(recordsWithin(frame.records, range), rules)),
    rises: onWall
      ? { '5h': [], '7d': [], 'month': [] }
      : {
          '5h': risesOf(meters, '5h', rules),
          '7d': risesOf(meters, '7d', rules),
          'month': risesOf(meters, 'month', rules),
        },
  }
  const now = clock === 'utc' ? report.now : Number.POSITIVE_INFINITY
  const loose = looseBlocks(report, clock)
  const days = stretches.map((stretch) =>
    tallyStretch(stretch, countable, { zone, alignment, epochs, now, loose }),
  )
  return { alignment, days, differences: differencesOf(days) }
}

/** Days without a zone are those of the wall clock; a window has no place there and is taken as it is in UTC. */
export function spanOf(stretch: Stretch, zone: Zone): Span {
  if (stretch.kind === 'window') return span(stretch.from, later(stretch.from, WINDOW_LENGTH['5h']))
  if (zone !== UNKNOWN_ZONE) return daySpan(stretch.day, zone)
  return span(startOfDay(stretch.day), startOfDay(addDays(stretch.day, 1)))
}

interface Layout {
  readonly zone: Zone
  readonly alignment: Alignment
  readonly epochs: readonly Epoch[]
  readonly now: number
  readonly loose: readonly Span[]
}

function tallyStretch(stretch: Stretch, countable: Countable, layout: Layout): StretchTally {
  const { zone, alignment, epochs, now, loose } = layout
  const range = spanOf(stretch, zone)
  const tally = tallyOf([range], countable)
  const passedMs = passed([range], now)
  const slots = slotsBy(alignment, range, {
    frame: countable.frame,
    zone,
    // the hours of a window are counted from its own begin
    windowStart: stretch.kind === 'window' ? stretch.from : null,
    epochs,
  })
  return {
    stretch,
    day: stretch.kind === 'day' ? stretch.day : dayOf(stretch.from, zone === UNKNOWN_ZONE ? UTC : zone),
    span: range,
    ...tally,
    passedMs,
    blockedWithin: loose.some((each) => spansOverlap(each, range)),
    observedShare: passedMs > 0 ? Math.min(1, tally.observedMs / passedMs) : 0,
    slots: slots.map(({ slot, spans }) => ({
      slot,
      spans,
      passedMs: passed(spans, now),
      ...tallyOf(spans, countable),
    })),
  }
}

const passed = (spans: readonly Span[], now: number): number =>
  spans.reduce((sum, each) => sum + Math.max(0, Math.min(spanLength(each), now - each.from)), 0)

/** The days of a calendar on which there are rows: looked for day by day, since there may be a million rows. */
export function daysOf(rows: RowIndex, zone: KnownZone): readonly Day[] {
  const [first, last] = [rows.times[0], rows.times.at(-1)]
  if (first === undefined || last === undefined) return []
  const range = span(first, last + 1)
  const buckets = requestBuckets(rows, edgesOf(range, DAY_OF_HOURS, zone), range)
  return buckets.map((bucket) => dayOf(bucket.span.from, zone))
}
