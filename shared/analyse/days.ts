import type { Evidence } from '../evidence/evidence.ts'
import { addDays, daySpan, startOfDay, wallDay, type Day } from '../time/day.ts'
import { instant } from '../time/instant.ts'
import { intersectSpans, span, spanLength, type Span } from '../time/span.ts'
import { wallTime } from '../time/wall.ts'
import { offsetAt, UNKNOWN_ZONE, type KnownZone, type Zone } from '../time/zone.ts'
import { accountOf } from './account.ts'
import { coverageOf } from './coverage.ts'
import { framesOf, recordsWithin, type Frame } from './placed-records.ts'
import type { Coverage, Report } from './report.ts'
import type { Rules } from './rules.ts'
import { slotsBy, type Alignment, type Slot } from './day-slots.ts'

/** Counts of a stretch; `observedMs` of it was looked at, and only of that the counts speak. */
export interface Tally {
  readonly requests: number
  readonly failures: number
  readonly blockedMs: number
  readonly observedMs: number
}

/** The n-th hour after what the days are lined up by. It may consist of several stretches (see Alignment in day-slots.ts). */
export interface SlotTally extends Tally {
  readonly slot: number
  readonly spans: readonly Span[]
}

export interface DayTally extends Tally {
  readonly day: Day
  readonly span: Span
  /** Of the day as far as it has passed at `now`, the share that was observed: 0 to 1. */
  readonly observedShare: number
  readonly slots: readonly SlotTally[]
}

export type Metric = 'requests' | 'failures' | 'blockedMs'

/**
 * How a day differs from the first one. `sure` is false where the smaller of the two might only be smaller because less
 * of it was observed: then nothing may be called quieter or busier.
 */
export interface Difference {
  readonly day: Day
  readonly metric: Metric
  readonly change: number
  readonly sure: boolean
}

export interface DayComparison {
  readonly alignment: Alignment
  readonly days: readonly DayTally[]
  readonly differences: readonly Difference[]
}

const METRICS: readonly Metric[] = ['requests', 'failures', 'blockedMs']
/** A day observed for at least this share counts as wholly observed (our choice; the settle time costs minutes). */
const WHOLE = 0.98

/**
 * Days side by side; each day after the first is compared with the first. Without a grid there are no 5 h windows to line
 * up by, and without rows no first request: such a day has no slots.
 */
export function compareDays(
  evidence: Evidence,
  report: Report,
  days: readonly Day[],
  options: { readonly zone: Zone; readonly rules: Rules; readonly alignment?: Alignment },
): DayComparison {
  const { zone, rules, alignment = 'clock' } = options
  const clock = zone === UNKNOWN_ZONE ? 'wall' : 'utc'
  const frame = framesOf(evidence.records, zone)[clock]
  const coverage = coverageOf(evidence.captures, clock, zone, rules)
  const { grid } = accountOf(evidence, report.now, report.zone, rules)
  const slotsOf = (range: Span): readonly Slot[] => slotsBy(alignment, range, frame, zone, grid)
  const tallies = days.map((day) => tallyDay(day, frame, coverage, report, zone, slotsOf))
  const [base, ...others] = tallies
  const differences = base
    ? others.flatMap((other) => METRICS.map((metric) => differ(base, other, metric)))
    : []
  return { alignment, days: tallies, differences }
}

function tallyDay(
  day: Day,
  frame: Frame,
  coverage: Coverage,
  report: Report,
  zone: Zone,
  slotsOf: (range: Span) => readonly Slot[],
): DayTally {
  const range = zone === UNKNOWN_ZONE ? wallDaySpan(day) : daySpan(day, zone)
  const blocks = blockedSpans(report, frame.clock)
  const passed = Math.max(0, Math.min(range.to, frame.clock === 'utc' ? report.now : range.to) - range.from)
  const tally = tallyOf([range], frame, coverage, blocks)
  return {
    day,
    span: range,
    ...tally,
    observedShare: passed > 0 ? Math.min(1, tally.observedMs / passed) : 0,
    slots: slotsOf(range).map(({ slot, spans }) => ({
      slot,
      spans,
      ...tallyOf(spans, frame, coverage, blocks),
    })),
  }
}

function tallyOf(spans: readonly Span[], frame: Frame, coverage: Coverage, blocks: readonly Span[]): Tally {
  const rows = spans.flatMap((range) => recordsWithin(frame.records, range))
  const lengthOf = (what: readonly Span[]) => spans.reduce((sum, range) => sum + lengthWithin(what, range), 0)
  return {
    requests: rows.length,
    failures: rows.filter(({ record }) => record.outcome === 'failure').length,
    blockedMs: lengthOf(blocks),
    observedMs: lengthOf(coverage.observed),
  }
}

/** A block that is only known to lie somewhere in a stretch has no length of its own. */
const blockedSpans = ({ incidents }: Report, clock: Frame['clock']): readonly Span[] =>
  incidents.flatMap(({ block }) => {
    if (block.within) return []
    if (clock === 'utc') return block.span ? [block.span] : []
    return block.span === null && block.local ? [span(block.local.from, block.local.to)] : []
  })

const lengthWithin = (spans: readonly Span[], range: Span): number =>
  spans.reduce((sum, each) => {
    const shared = intersectSpans(each, range)
    return shared ? sum + spanLength(shared) : sum
  }, 0)

const wallDaySpan = (day: Day): Span => span(startOfDay(day), startOfDay(addDays(day, 1)))

function differ(base: DayTally, other: DayTally, metric: Metric): Difference {
  const change = other[metric] - base[metric]
  const smaller = change < 0 ? other : base
  const whole = smaller.observedShare >= WHOLE
  return { day: other.day, metric, change, sure: change === 0 ? whole && isWhole(base, other) : whole }
}

const isWhole = (a: DayTally, b: DayTally): boolean => a.observedShare >= WHOLE && b.observedShare >= WHOLE

/** The days on which anything happened that a comparison could show, ascending. */
export function daysWithRecords(evidence: Evidence, zone: Zone): readonly Day[] {
  const clock = zone === UNKNOWN_ZONE ? 'wall' : 'utc'
  const { records } = framesOf(evidence.records, zone)[clock]
  const shown = (at: number) => wallDay(wallTime(zone === UNKNOWN_ZONE ? at : at + offsetOf(zone, at)))
  return [...new Set(records.map(({ at }) => shown(at)))].toSorted()
}

const offsetOf = (zone: KnownZone, at: number): number => offsetAt(zone, instant(at))
