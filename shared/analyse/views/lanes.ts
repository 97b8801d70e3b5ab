import { intersectSpans, span, spanAround, spansOverlap, type Span } from '../../time/span.ts'
import { UNKNOWN_ZONE, UTC } from '../../time/zone.ts'
import type { Analysis } from '../analysis.ts'
import { coverageWithin } from '../readings/coverage.ts'
import { inFlightBand, type CallDurations, type InFlight } from '../logs/in-flight.ts'
import { blockBands, type BlockBand } from './lanes/block-bands.ts'
import { burstBands, type BurstBand } from './lanes/burst-bands.ts'
import { clientLanes } from './lanes/client-lanes.ts'
import { coverageStretches, type CoverageStretch, type Seen } from './lanes/coverage-stretches.ts'
import { lanesWithin, type InstallationLane } from './lanes/installation-lanes.ts'
import { requestBuckets, type RequestBucket } from './lanes/request-buckets.ts'
import { resetMarks, type ResetGroup } from './lanes/reset-marks.ts'
import { rowTicks, type RowTick } from './lanes/row-ticks.ts'
import { countBetween, type OutcomeCounts } from './lanes/row-index.ts'
import { edgesOf, stepFor } from './lanes/time-grid.ts'
import { meterLines, type MeterLine } from '../readings/meter-lines.ts'
import type { Frame } from '../clocks/placed-records.ts'
import type { Reading } from '../readings/readings.ts'
import type { PlacedReading, Reset } from '../report.ts'
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
  /** When each installation of several saw something; none where there is one only, and nothing in them on the wall clock. */
  readonly installations: readonly InstallationLane[]
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
  /** The part of the range that is shown, where more is asked for than that. */
  readonly shown?: Span
  /** What each installation of several saw. */
  readonly installations?: readonly InstallationLane[]
}

/**
 * The lanes of a stretch of time in buckets that are round on the clock (empty ones left out). Under an unknown zone,
 * `clock` chooses what is drawn: `wall` for rows without a zone, `utc` for everything that has one. However much there
 * is, the lanes stay small: what lies too near to be told apart is joined, and says how much it stands for.
 */
export function lanesOf(
  { report, rules, evidence, derived }: Analysis,
  range: Span,
  options: LanesOptions,
): Lanes {
  const { clock, buckets, shown = range, installations = [] } = options
  const { frame, rows, bursts, uses, inFlight, coverage: whole } = derived.on(clock)
  const step = stepFor(range, buckets)
  const edges = edgesOf(range, step, report.zone === UNKNOWN_ZONE ? UTC : report.zone)
  const coverage = coverageStretches(coverageWithin(whole, range).observed, range)
  const shared = {
    span: range,
    wall: clock === 'wall',
    step,
    requests: requestBuckets(rows, edges, range),
    rows: rowTicks(frame, range, step),
    totals: countBetween(rows, shown.from, shown.to),
    blocks: blockBands(report, clock, range),
    coverage,
    observed: spansThat(coverage, 'observed'),
    unobserved: spansThat(coverage, 'unobserved'),
    bursts: burstBands(bursts, range),
    clients: clientLanes(uses, range, rules),
    inFlight: inFlightBand(inFlight, edges),
    callDurations: derived.callDurations,
    installations: lanesWithin(clock === 'wall' ? withoutSpans(installations) : installations, range, step),
  }
  if (clock === 'wall')
    return { ...shared, devices: [], meters: [], resets: [], resetGroups: [], readings: [], cap: null }
  const { account } = derived
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

const withoutSpans = (lanes: readonly InstallationLane[]): readonly InstallationLane[] =>
  lanes.map(({ installation }) => ({ installation, spans: [] }))

const spansThat = (stretches: readonly CoverageStretch[], how: Seen): readonly Span[] =>
  stretches.flatMap(({ span: stretch, seen }) => (seen === how ? [stretch] : []))

function capWithin(readings: readonly Reading[], range: Span): number | null {
  let cap: number | null = null
  for (const { span: read, snapshot } of readings)
    if (snapshot.cap !== null && spansOverlap(read, range)) cap = Math.max(cap ?? 0, snapshot.cap)
  return cap
}

/** Which clock a timeline should show first: the wall clock where there are rows that have no other. */
export function clockOf({ report, derived }: Analysis): Frame['clock'] {
  if (report.zone !== UNKNOWN_ZONE) return 'utc'
  return derived.on('wall').frame.records.length > 0 ? 'wall' : 'utc'
}

/** The first and last moment of anything that a timeline could show on that clock; null when there is nothing. */
export function extentOf({ report, derived }: Analysis, clock: Frame['clock']): Span | null {
  const { records } = derived.on(clock).frame
  const rows = [records[0], records.at(-1)].flatMap((placed) => (placed ? [span(placed.at, placed.at)] : []))
  if (clock === 'wall') return spanAround(rows)
  const blocks = report.incidents.flatMap(({ block }) => block.span ?? [])
  return spanAround([...rows, ...report.readings.map((reading) => reading.span), ...blocks])
}
