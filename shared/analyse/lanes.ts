import type { Evidence } from '../evidence/evidence.ts'
import type { Instant } from '../time/instant.ts'
import { intersectSpans, span, spanContains, spanLength, type Span } from '../time/span.ts'
import { UNKNOWN_ZONE } from '../time/zone.ts'
import { accountOf } from './account.ts'
import { findBursts, type Burst } from './bursts.ts'
import { coverageOf, coverageWithin } from './coverage.ts'
import { resetsIn } from './grid.ts'
import { callDurations, inFlightBand, type CallDurations, type InFlight } from './in-flight.ts'
import { meterLines, type MeterLine } from './meter-lines.ts'
import { framesOf, recordsWithin, type Frame } from './placed-records.ts'
import type { Reading } from './readings.ts'
import type { Cause, Grade, PlacedReading, Report, Reset } from './report.ts'
import { GRID_WINDOWS, type Rules } from './rules.ts'
import { deviceLanes, type DeviceLane } from './use/device-lanes.ts'
import { useLanes, type UseLanes } from './use/use-lanes.ts'
import { findUseRuns } from './use/use-runs.ts'
import { resetAt } from './windows.ts'

/** Requests in one stretch of the timeline, by outcome. */
export interface RequestBucket {
  readonly span: Span
  readonly success: number
  readonly failure: number
  readonly unknown: number
}

export interface BlockBand {
  readonly incident: string
  readonly span: Span
  readonly grade: Grade
  readonly within: boolean
  readonly open: boolean
  readonly leading: Cause | 'unknown'
}

/** What a timeline draws of a stretch of time; views map it to pixels and compute nothing. */
export interface Lanes {
  readonly span: Span
  /**
   * True where the zone is unknown: then `span` and all rows and blocks are on the wall clock that printed them, and
   * meters and resets, which are known in UTC, have no place beside them.
   */
  readonly wall: boolean
  readonly requests: readonly RequestBucket[]
  readonly meters: readonly MeterLine[]
  readonly blocks: readonly BlockBand[]
  readonly resets: readonly Reset[]
  readonly observed: readonly Span[]
  readonly unobserved: readonly Span[]
  readonly readings: readonly PlacedReading[]
  readonly bursts: readonly Burst[]
  /** Use by client and source. It is use: no row tells that anybody signed in. */
  readonly clients: UseLanes
  /** The signed-in devices as their list showed them, whatever the range; none on the wall clock. */
  readonly devices: readonly DeviceLane[]
  /** Bounds of the requests in flight; how long calls take is said by `callDurations`. */
  readonly inFlight: readonly InFlight[]
  readonly callDurations: CallDurations
  /** The highest cap that a reading of the range states; null where none does. */
  readonly cap: number | null
}

/**
 * The lanes of a stretch of time in at most `buckets` buckets (empty ones left out). Under an unknown zone, `clock`
 * chooses what is drawn: `wall` for rows without a zone, `utc` for everything that has one.
 */
export function lanesOf(
  evidence: Evidence,
  report: Report,
  range: Span,
  options: { readonly buckets: number; readonly clock: Frame['clock']; readonly rules: Rules },
): Lanes {
  const { clock, rules } = options
  const frame = framesOf(evidence.records, report.zone)[clock]
  const coverage = coverageWithin(coverageOf(evidence.captures, clock, report.zone, rules), range)
  const durations = callDurations(evidence.calls, rules)
  const within = recordsWithin(frame.records, range)
  const shared = {
    span: range,
    wall: clock === 'wall',
    requests: bucketsOf(frame, range, options.buckets),
    blocks: bandsOf(report, clock, range),
    observed: coverage.observed,
    unobserved: complement(range, coverage.observed),
    bursts: findBursts(within, rules),
    clients: useLanes(findUseRuns(within, rules), Math.max(rules.use.pause, spanLength(range) / MOST_RUNS)),
    inFlight: inFlightBand(frame.records, durations, range, options.buckets),
    callDurations: durations,
  }
  if (clock === 'wall') return { ...shared, devices: [], meters: [], resets: [], readings: [], cap: null }
  const account = accountOf(evidence, report.now, report.zone, rules)
  const resets = GRID_WINDOWS.flatMap((window) =>
    account.grid
      ? resetsIn(account.grid, window, range).map((at) => resetAt(window, at, account, report.now, rules))
      : [],
  )
  const months = report.resets.filter(({ window, at }) => window === 'month' && spanContains(range, at))
  return {
    ...shared,
    devices: deviceLanes(evidence.devices, evidence.captures),
    meters: meterLines(account.readings, range, rules),
    resets: [...resets, ...months].toSorted((a, b) => a.at - b.at),
    readings: report.readings.filter(({ span: read }) => intersectSpans(read, range)),
    cap: capWithin(account.readings, range),
  }
}

/** Runs of use with a shorter pause than this part of the range are drawn as one. */
const MOST_RUNS = 100

function capWithin(readings: readonly Reading[], range: Span): number | null {
  const caps = readings.flatMap(({ span: read, snapshot }) =>
    snapshot.cap !== null && intersectSpans(read, range) ? [snapshot.cap] : [],
  )
  return caps.length > 0 ? Math.max(...caps) : null
}

function bucketsOf(frame: Frame, range: Span, buckets: number): readonly RequestBucket[] {
  const width = Math.max(1000, Math.ceil(spanLength(range) / buckets))
  const filled = new Map<number, { success: number; failure: number; unknown: number }>()
  for (const { at, record } of recordsWithin(frame.records, range)) {
    const index = Math.floor((at - range.from) / width)
    const bucket = filled.get(index) ?? { success: 0, failure: 0, unknown: 0 }
    bucket[record.outcome] += 1
    filled.set(index, bucket)
  }
  return [...filled.entries()].map(([index, counts]) => {
    const from = range.from + index * width
    return { span: span(from, Math.min(from + width, range.to)), ...counts }
  })
}

function bandsOf({ incidents }: Report, clock: Frame['clock'], range: Span): readonly BlockBand[] {
  return incidents.flatMap(({ id, block, leading }) => {
    const { local, grade, within, open } = block
    const wall = block.span === null && local ? span(local.from, local.to) : null
    const whole = clock === 'utc' ? block.span : wall
    const shown = whole && intersectSpans(whole, range)
    return shown ? [{ incident: id, span: shown, grade, within, open, leading }] : []
  })
}

/** The parts of a span that a sorted, disjoint list leaves out. */
function complement(range: Span, covered: readonly Span[]): readonly Span[] {
  const left: Span[] = []
  let from: number = range.from
  for (const each of covered) {
    if (each.from > from) left.push(span(from, each.from))
    from = Math.max(from, each.to)
  }
  return from < range.to ? [...left, span(from, range.to)] : left
}

/** Which clock a timeline should show first: the wall clock where there are rows that have no other. */
export function clockOf(evidence: Evidence, report: Report): Frame['clock'] {
  if (report.zone !== UNKNOWN_ZONE) return 'utc'
  return evidence.records.some(({ when }) => when.kind === 'local') ? 'wall' : 'utc'
}

/** The first and last moment of anything that a timeline could show on that clock; null when there is nothing. */
export function extentOf(evidence: Evidence, report: Report, clock: Frame['clock']): Span | null {
  const frame = framesOf(evidence.records, report.zone)[clock]
  const moments: Instant[] = [
    ...[frame.records[0], frame.records.at(-1)].flatMap((placed) => (placed ? [placed.at] : [])),
    ...(clock === 'utc' ? report.readings.flatMap(({ span: read }) => [read.from, read.to]) : []),
    ...(clock === 'utc'
      ? report.incidents.flatMap(({ block }) => (block.span ? [block.span.from, block.span.to] : []))
      : []),
  ]
  return moments.length > 0 ? span(Math.min(...moments), Math.max(...moments)) : null
}
