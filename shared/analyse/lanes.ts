import type { Evidence } from '../evidence/evidence.ts'
import type { Instant } from '../time/instant.ts'
import { intersectSpans, span, spansOverlap, type Span } from '../time/span.ts'
import { UNKNOWN_ZONE, UTC } from '../time/zone.ts'
import { accountOf, type Account } from './account.ts'
import { coverageOf, coverageWithin } from './coverage.ts'
import { callDurations, inFlightBand, type CallDurations, type InFlight } from './in-flight.ts'
import { blockBands, type BlockBand } from './lanes/block-bands.ts'
import { burstBands, type BurstBand } from './lanes/burst-bands.ts'
import { clientLanes } from './lanes/client-lanes.ts'
import { coverageStretches, type CoverageStretch, type Seen } from './lanes/coverage-stretches.ts'
import { requestBuckets, type RequestBucket } from './lanes/request-buckets.ts'
import { resetMarks, type ResetGroup } from './lanes/reset-marks.ts'
import { rowTicks, type RowTick } from './lanes/row-ticks.ts'
import { countBetween, rowIndexOf, type OutcomeCounts } from './lanes/row-index.ts'
import { edgesOf, stepFor } from './lanes/time-grid.ts'
import { meterLines, type MeterLine } from './meter-lines.ts'
import { framesOf, type Frame } from './placed-records.ts'
import type { Reading } from './readings.ts'
import type { PlacedReading, Report, Reset } from './report.ts'
import type { Rules } from './rules.ts'
import { deviceLanes, type DeviceLane } from './use/device-lanes.ts'
import type { UseLanes } from './use/use-lanes.ts'

export type { BlockBand } from './lanes/block-bands.ts'
export type { RequestBucket } from './lanes/request-buckets.ts'

/** What a timeline draws of a stretch of time; views map it to pixels and compute nothing. */
export interface Lanes {
  readonly span: Span
  /**
   * True where the zone is unknown: then `span` and all rows and blocks are on the wall clock that printed them, and
   * meters and resets, which are known in UTC, have no place beside them.
   */
  readonly wall: boolean
  /** Where buckets begin and end: round times of the clock. */
  readonly step: number
  readonly requests: readonly RequestBucket[]
  /** The rows one by one; null where they are too many, or the range so long that buckets say more. */
  readonly rows: readonly RowTick[] | null
  /** All requests of the part that is shown. */
  readonly totals: OutcomeCounts
  readonly meters: readonly MeterLine[]
  readonly blocks: readonly BlockBand[]
  readonly resets: readonly Reset[]
  /** In place of `resets`, window by window, where there are too many to draw each. */
  readonly resetGroups: readonly ResetGroup[]
  readonly coverage: readonly CoverageStretch[]
  readonly observed: readonly Span[]
  readonly unobserved: readonly Span[]
  readonly readings: readonly PlacedReading[]
  readonly bursts: readonly BurstBand[]
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

interface LanesOptions {
  /** At most about so many buckets. */
  readonly buckets: number
  readonly clock: Frame['clock']
  readonly rules: Rules
  /** The part of the range that is shown, where more is asked for than that. */
  readonly shown?: Span
}

/**
 * The lanes of a stretch of time in buckets that are round on the clock (empty ones left out). Under an unknown zone,
 * `clock` chooses what is drawn: `wall` for rows without a zone, `utc` for everything that has one. However much there
 * is, the lanes stay small: what lies too near to be told apart is joined, and says how much it stands for.
 */
export function lanesOf(evidence: Evidence, report: Report, range: Span, options: LanesOptions): Lanes {
  const { clock, rules, buckets, shown = range } = options
  const frame = framesOf(evidence.records, report.zone)[clock]
  const index = rowIndexOf(frame.records)
  const step = stepFor(range, buckets)
  const edges = edgesOf(range, step, report.zone === UNKNOWN_ZONE ? UTC : report.zone)
  const coverage = coverageStretches(observedIn(evidence, report, clock, range, rules), range)
  const durations = durationsOf(evidence.calls, rules)
  const shared = {
    span: range,
    wall: clock === 'wall',
    step,
    requests: requestBuckets(index, edges, range),
    rows: rowTicks(frame, range, step),
    totals: countBetween(index, shown.from, shown.to),
    blocks: blockBands(report, clock, range),
    coverage,
    observed: spansThat(coverage, 'observed'),
    unobserved: spansThat(coverage, 'unobserved'),
    bursts: burstBands(frame, range, rules),
    clients: clientLanes(frame, range, rules),
    inFlight: inFlightBand(frame.records, durations, edges),
    callDurations: durations,
  }
  if (clock === 'wall')
    return { ...shared, devices: [], meters: [], resets: [], resetGroups: [], readings: [], cap: null }
  const account = accountFor(evidence, report, rules)
  const { resets, groups } = resetMarks(account, report, range, rules)
  const meters = meterLines(account.readings, range, edges, rules)
  const drawn = new Set(meters.flatMap(({ segments }) => segments.flat().map(({ snapshot }) => snapshot)))
  return {
    ...shared,
    devices: deviceLanes(evidence.devices, evidence.captures),
    meters,
    resets,
    resetGroups: groups,
    readings: report.readings.filter(
      ({ snapshot, span: read }) => drawn.has(snapshot) && intersectSpans(read, range),
    ),
    cap: capWithin(account.readings, range),
  }
}

const accounts = new WeakMap<Report, Account>()

/** The account that a Report is about; it does not change with the range, so it is made once. */
function accountFor(evidence: Evidence, report: Report, rules: Rules): Account {
  const known = accounts.get(report)
  if (known) return known
  const account = accountOf(evidence, report.now, report.zone, rules)
  accounts.set(report, account)
  return account
}

const knownDurations = new WeakMap<Evidence['calls'], CallDurations>()

function durationsOf(calls: Evidence['calls'], rules: Rules): CallDurations {
  const durations = knownDurations.get(calls) ?? callDurations(calls, rules)
  knownDurations.set(calls, durations)
  return durations
}

/** The stretches of a range in which the history was looked at. The Report has those of UTC ready. */
function observedIn(
  { captures }: Evidence,
  report: Report,
  clock: Frame['clock'],
  range: Span,
  rules: Rules,
): readonly Span[] {
  const whole = clock === 'utc' ? report.coverage : coverageOf(captures, clock, report.zone, rules)
  return coverageWithin(whole, range).observed
}

const spansThat = (stretches: readonly CoverageStretch[], how: Seen): readonly Span[] =>
  stretches.flatMap(({ span: stretch, seen }) => (seen === how ? [stretch] : []))

function capWithin(readings: readonly Reading[], range: Span): number | null {
  let cap: number | null = null
  for (const { span: read, snapshot } of readings)
    if (snapshot.cap !== null && spansOverlap(read, range)) cap = Math.max(cap ?? 0, snapshot.cap)
  return cap
}

/** Which clock a timeline should show first: the wall clock where there are rows that have no other. */
export function clockOf(evidence: Evidence, report: Report): Frame['clock'] {
  if (report.zone !== UNKNOWN_ZONE) return 'utc'
  return framesOf(evidence.records, report.zone).wall.records.length > 0 ? 'wall' : 'utc'
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
