import type { Evidence, EvidenceBesideRows } from '../evidence/evidence.ts'
import { withoutExamples } from '../evidence/example.ts'
import type { UsageRecord } from '../evidence/usage-record.ts'
import { accountOf, type Account } from './account.ts'
import { findAdriftBlocks } from './adrift-blocks.ts'
import type { AnalyseOptions } from './analyse-options.ts'
import type { Block } from './block.ts'
import { findBursts, type Burst } from './bursts.ts'
import { coverageOf } from './coverage.ts'
import { findDatedBlocks } from './dated-blocks.ts'
import { doubtfulTimes, type DoubtfulTime } from './doubtful-times.ts'
import { blocksInDoubt, sureRefusals, sureRows, sureSuccesses } from './hour-twice.ts'
import { loggedCalls, type LoggedCalls } from './logged-calls.ts'
import { logClocks, type LogClocks } from './log-clocks.ts'
import { logsIn, type Log } from './log-events.ts'
import { framesOf, type Frame } from './placed-records.ts'
import { refusalsIn, type Refusal } from './refusals.ts'
import type { Coverage } from './report.ts'
import { withoutRepeats, type LogsWithoutRepeats } from './without-repeats.ts'
import { loggedSuccesses, successesIn, type Success } from './successes.ts'
import { findUseRuns, type UseRun } from './use/use-runs.ts'

/** What has been worked out of the rows of one frame. */
export interface FrameDigest {
  readonly frame: Frame
  /** What clients' logs tell in it, and what is known of their clocks. */
  readonly logs: readonly Log[]
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
  readonly doubtful: readonly DoubtfulTime[]
}

/** Works out everything anew. Examples are left out here and in extendDigest, so nothing behind them sees one. */
export function digestOf(all: Evidence, { now, zone, rules }: AnalyseOptions): Digest {
  const evidence = withoutExamples(all)
  const told = withoutRepeats(evidence)
  const frames = framesOf(evidence.records, zone)
  const doubtful = doubtfulTimes({ ...told, records: evidence.records }, zone)
  const digest = (frame: Frame): FrameDigest => {
    const logs = logsIn(told, frame.clock, zone)
    const sure = sureRows(frame, doubtful)
    const clocks = logClocks(logs, sure.records, rules)
    const found = refusalsIn(frame, told.errors, zone, clocks)
    const refusals = sureRefusals(found, doubtful)
    const served = loggedSuccesses(told.calls, frame.clock, zone, clocks)
    return {
      frame,
      logs,
      clocks,
      refusals,
      served,
      logged: loggedCalls(told.calls, frame.clock, zone, clocks, rules),
      dated: findDatedBlocks(refusals, successesIn(sure, sureSuccesses(served, doubtful)), rules),
      inDoubt: blocksInDoubt(found, doubtful),
      adrift: findAdriftBlocks(logs, clocks, frame, rules),
      bursts: findBursts(frame.records, rules),
      uses: findUseRuns(frame.records, rules),
      coverage: coverageOf(evidence.captures, frame.clock, zone, rules),
    }
  }
  return {
    evidence,
    told,
    account: accountOf(evidence, now, zone, rules),
    utc: digest(frames.utc),
    wall: digest(frames.wall),
    unplaced: frames.unplaced,
    doubtful,
  }
}

/** How many rows there are. */
export const rowsIn = ({ utc, wall, unplaced }: Digest): number =>
  utc.frame.records.length + wall.frame.records.length + unplaced.length
