import type { Evidence } from '../evidence/evidence.ts'
import { accountOf, type Account } from './account.ts'
import type { AnalyseOptions } from './analyse-options.ts'
import { findBursts, type Burst } from './bursts.ts'
import { coverageOf } from './coverage.ts'
import { doubtfulTimes, type DoubtfulTime } from './doubtful-times.ts'
import { framesOf, type Frame } from './placed-records.ts'
import { findUseRuns, type UseRun } from './use/use-runs.ts'
import { refusalsIn, type Refusal } from './refusals.ts'
import type { Coverage } from './report.ts'

/** What has been worked out of the rows of one frame. */
export interface FrameDigest {
  readonly frame: Frame
  readonly refusals: readonly Refusal[]
  readonly bursts: readonly Burst[]
  readonly uses: readonly UseRun[]
  readonly coverage: Coverage
}

/**
 * What can be worked out of the evidence before anything is judged. It is kept apart, so that when a page of rows arrives
 * only the pieces that it touches are made again (analyst.ts).
 */
export interface Digest {
  readonly evidence: Evidence
  readonly account: Account
  readonly utc: FrameDigest
  readonly wall: FrameDigest
  readonly doubtful: readonly DoubtfulTime[]
}

export function digestOf(evidence: Evidence, { now, zone, rules }: AnalyseOptions): Digest {
  const frames = framesOf(evidence.records, zone)
  const digest = (frame: Frame): FrameDigest => ({
    frame,
    refusals: refusalsIn(frame, evidence.errors, zone),
    bursts: findBursts(frame.records, rules),
    uses: findUseRuns(frame.records, rules),
    coverage: coverageOf(evidence.captures, frame.clock, zone, rules),
  })
  return {
    evidence,
    account: accountOf(evidence, now, zone, rules),
    utc: digest(frames.utc),
    wall: digest(frames.wall),
    doubtful: doubtfulTimes(evidence, zone),
  }
}
