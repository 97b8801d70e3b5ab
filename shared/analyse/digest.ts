import type { Capture } from '../evidence/kinds/capture.ts'
import type { Evidence, EvidenceBesideRows } from '../evidence/evidence.ts'
import { withoutExamples } from '../evidence/example.ts'
import type { UsageRecord } from '../evidence/kinds/usage-record.ts'
import type { Span } from '../time/span.ts'
import { accountOf, lagsOf, type Account } from './readings/account.ts'
import { findAdriftBlocks } from './blocks/adrift-blocks.ts'
import type { AnalyseOptions } from './analyse-options.ts'
import type { Block } from './blocks/block.ts'
import { findBursts, type Burst } from './logs/bursts.ts'
import { clockDoubts } from './clocks/clock-doubts.ts'
import type { ClockLag } from './clocks/clock-lag.ts'
import { coverageOf } from './readings/coverage.ts'
import { findDatedBlocks } from './blocks/dated-blocks.ts'
import { doubtfulTimes, type DoubtfulTime } from './clocks/doubtful-times.ts'
import { blocksInDoubt, sureRefusals, sureRows, sureSuccesses } from './clocks/hour-twice.ts'
import { loggedCalls, type LoggedCalls } from './logs/logged-calls.ts'
import { logClocks, type LogClocks, type LogsTold } from './clocks/log-clocks.ts'
import { logsIn } from './logs/log-events.ts'
import { framesOf, type Frame, type PlacedRecord } from './clocks/placed-records.ts'
import type { Originals } from './clocks/zoneless-copies.ts'
import { refusalsIn, type Refusal } from './blocks/refusals.ts'
import type { Coverage } from './report.ts'
import type { Rules } from './rules.ts'
import { FROM_START, type Since } from './since.ts'
import { twinLogs } from './logs/twin-logs.ts'
import { withoutRepeats, type LogsWithoutRepeats } from './logs/without-repeats.ts'
import { loggedSuccesses, successesIn, type Success } from './logs/successes.ts'
import { findUseRuns, type UseRun } from './views/use/use-runs.ts'

/** What has been worked out of the rows of one frame. */
export interface FrameDigest {
  readonly frame: Frame
  /** What clients' logs tell in it, and what is known of their clocks. */
  readonly told: LogsTold
  readonly clocks: LogClocks
  readonly refusals: readonly Refusal[]
  /** The successes that client logs show. */
  readonly served: readonly Success[]
  /** The calls that client logs show to have been taken, with their edges. */
  readonly logged: LoggedCalls
  readonly dated: readonly Block[]
  /** Blocks of an hour that came twice. */
  readonly inDoubt: readonly Block[]
  /** Blocks that are told by a clock that is off. */
  readonly adrift: readonly Block[]
  readonly bursts: readonly Burst[]
  readonly uses: readonly UseRun[]
  readonly coverage: Coverage
}

/**
 * What can be worked out of the evidence before anything is judged. It is kept apart, so that when something arrives only
 * the pieces that it touches are made again (analyst.ts).
 */
export interface Digest {
  readonly evidence: EvidenceBesideRows
  /** What logs tell, each request and refusal once. */
  readonly told: LogsWithoutRepeats
  readonly account: Account
  readonly utc: FrameDigest
  readonly wall: FrameDigest
  /** Rows that are in neither frame. */
  readonly unplaced: readonly UsageRecord[]
  readonly originals: Originals
  readonly doubtful: readonly DoubtfulTime[]
}

/** Works out everything anew. Examples are left out here and in extendDigest, so nothing behind them sees one. */
export function digestOf(all: Evidence, options: AnalyseOptions): Digest {
  const { now, zone, rules } = options
  const evidence = withoutExamples(all)
  const told = withoutRepeats(evidence)
  const frames = framesOf(evidence.records, zone)
  const doubtful = doubtfulTimes({ ...told, records: evidence.records }, zone)
  const account = accountOf(evidence, now, zone, rules)
  const given = { told, doubtful, captures: evidence.captures, leads: account.leads, lags: lagsOf(account) }
  return {
    evidence,
    told,
    account,
    utc: digestFrame(frames.utc, given, options),
    wall: digestFrame(frames.wall, given, options),
    unplaced: frames.unplaced,
    originals: frames.originals,
    doubtful,
  }
}

/** What a frame is digested of besides its rows. */
export interface Given {
  readonly told: LogsWithoutRepeats
  readonly doubtful: readonly DoubtfulTime[]
  readonly captures: readonly Capture[]
  /** How far the clock that dated them is ahead. */
  readonly leads: readonly ClockLag[]
  /** By how much clocks of machines were off. */
  readonly lags: readonly ClockLag[]
}

/** What a frame was before, and where its rows are others now: from the first to the last of them, or nowhere. */
export interface FrameBefore {
  readonly digest: FrameDigest
  readonly changed: Span | null
  /** What was looked at; nothing where all captures are given once more. */
  readonly coverage: Coverage
  /** What logs tell is the same, and no time was or is in doubt: what rests on them alone stands. */
  readonly isTold: boolean
}

/**
 * Works out what the rows of a frame tell. With what it was `before`, only what the change can touch is looked at again;
 * `given.captures` are then those that came with it.
 */
export function digestFrame(
  frame: Frame,
  { told, doubtful, captures, leads, lags }: Given,
  { zone, rules }: AnalyseOptions,
  before: FrameBefore | null = null,
): FrameDigest {
  const known = before?.digest
  const sure = sureRows(frame, doubtful)
  const logs = logsTold({ told, lags }, frame.clock, { zone, rules }, before)
  const clocks = clocksIn(logs, sure.records, before, rules)
  const stands = before?.isTold && clocks === before.digest.clocks ? before.digest : null
  const changed = before?.changed?.from ?? Number.POSITIVE_INFINITY
  const since = <Found>(of: readonly Found[]): Since<Found> => ({ known: of, changed })
  const found = stands
    ? refusalsIn(frame, [], zone, clocks, since(stands.refusals))
    : refusalsIn(frame, told.errors, zone, clocks)
  const refusals = sureRefusals(found, doubtful)
  const served = stands?.served ?? loggedSuccesses(told.calls, frame.clock, zone, clocks)
  const successes = successesIn(sure, sureSuccesses(served, doubtful))
  return {
    frame,
    told: logs,
    clocks,
    refusals,
    served,
    logged: stands?.logged ?? loggedCalls(told.calls, frame.clock, zone, clocks, rules),
    inDoubt: blocksInDoubt(found, doubtful),
    adrift: stands?.adrift ?? findAdriftBlocks(logs.logs, clocks, frame, rules),
    dated: findDatedBlocks(refusals, successes, rules, stands ? since(stands.dated) : FROM_START),
    bursts: findBursts(frame.records, rules, known ? since(known.bursts) : FROM_START),
    uses: findUseRuns(frame.records, rules, known ? since(known.uses) : FROM_START),
    coverage: coverageOf(captures, leads, frame.clock, zone, rules, before?.coverage),
  }
}

/** What logs tell; of the same logs as before, only when their clocks are in doubt can be something else. */
function logsTold(
  { told, lags }: Pick<Given, 'told' | 'lags'>,
  clock: Frame['clock'],
  { zone, rules }: Pick<AnalyseOptions, 'zone' | 'rules'>,
  before: FrameBefore | null,
): LogsTold {
  const known = before?.digest.told
  const found = clockDoubts(lags, clock, rules)
  const doubts = known && JSON.stringify(known.doubts) === JSON.stringify(found) ? known.doubts : found
  if (before?.isTold && known) return doubts === known.doubts ? known : { ...known, doubts }
  const logs = logsIn(told, clock, zone)
  return { logs, twins: twinLogs(logs, rules), doubts }
}

/** What is known of the clocks of logs; of the same logs as before, only new rows can tell more. */
function clocksIn(
  logs: LogsTold,
  rows: readonly PlacedRecord[],
  before: FrameBefore | null,
  rules: Rules,
): LogClocks {
  if (!before?.isTold) return logClocks(logs, rows, rules)
  const { digest, changed } = before
  return logClocks(logs, rows, rules, { known: digest.clocks, changed, doubts: digest.told.doubts })
}

/** How many rows there are. */
export const rowsIn = ({ utc, wall, unplaced }: Digest): number =>
  utc.frame.records.length + wall.frame.records.length + unplaced.length
