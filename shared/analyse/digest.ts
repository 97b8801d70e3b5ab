import type { Evidence, EvidenceBesideRows } from '../evidence/evidence.ts'
import type { UsageRecord } from '../evidence/usage-record.ts'
import { accountOf, type Account } from './account.ts'
import type { AnalyseOptions } from './analyse-options.ts'
import type { Block } from './block.ts'
import { findBursts, type Burst } from './bursts.ts'
import { coverageOf } from './coverage.ts'
import { findDatedBlocks } from './dated-blocks.ts'
import { doubtfulTimes, type DoubtfulTime } from './doubtful-times.ts'
import { framesOf, type Frame } from './placed-records.ts'
import { refusalsIn, type Refusal } from './refusals.ts'
import type { Coverage } from './report.ts'
import { loggedSuccesses, successesIn, type Success } from './successes.ts'
import { findUseRuns, type UseRun } from './use/use-runs.ts'

/** What has been worked out of the rows of one frame. */
export interface FrameDigest {
  readonly frame: Frame
  readonly refusals: readonly Refusal[]
  /** The successes that client logs show. */
  readonly served: readonly Success[]
  readonly dated: readonly Block[]
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
  readonly account: Account
  readonly utc: FrameDigest
  readonly wall: FrameDigest
  /** Rows that are in neither frame. */
  readonly unplaced: readonly UsageRecord[]
  readonly doubtful: readonly DoubtfulTime[]
}

export function digestOf(evidence: Evidence, { now, zone, rules }: AnalyseOptions): Digest {
  const frames = framesOf(evidence.records, zone)
  const digest = (frame: Frame): FrameDigest => {
    const refusals = refusalsIn(frame, evidence.errors, zone)
    const served = loggedSuccesses(evidence.calls, frame.clock, zone)
    return {
      frame,
      refusals,
      served,
      dated: findDatedBlocks(refusals, successesIn(frame, served), rules),
      bursts: findBursts(frame.records, rules),
      uses: findUseRuns(frame.records, rules),
      coverage: coverageOf(evidence.captures, frame.clock, zone, rules),
    }
  }
  return {
    evidence,
    account: accountOf(evidence, now, zone, rules),
    utc: digest(frames.utc),
    wall: digest(frames.wall),
    unplaced: frames.unplaced,
    doubtful: doubtfulTimes(evidence, zone),
  }
}

/** How many rows there are. */
export const rowsIn = ({ utc, wall, unplaced }: Digest): number =>
  utc.frame.records.length + wall.frame.records.length + unplaced.length
