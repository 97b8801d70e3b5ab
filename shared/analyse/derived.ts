import type { Evidence } from '../evidence/evidence.ts'
import type { Account } from './readings/account.ts'
import type { AnalyseOptions } from './analyse-options.ts'
import type { Burst } from './logs/bursts.ts'
import { digestOf, type Digest, type FrameDigest } from './digest.ts'
import { callDurations, inFlightCounts, type CallDurations, type InFlightCounts } from './logs/in-flight.ts'
import { rowIndexOf, type RowIndex } from './views/lanes/row-index.ts'
import type { Frame } from './clocks/placed-records.ts'
import type { Coverage } from './report.ts'
import type { UseRun } from './views/use/use-runs.ts'

/**
 * What was worked out of evidence besides its Report. Each part is made when a view first asks for it, and then kept, since
 * the parts of a million rows take a good part of a second.
 */
export class Derived {
  private digested: Digest | null
  private durations: CallDurations | null = null
  private readonly frames: Partial<Record<Frame['clock'], DerivedFrame>> = {}

  /** `digest`: where the evidence has been digested already. */
  constructor(
    private readonly evidence: Evidence,
    private readonly options: AnalyseOptions,
    digest: Digest | null = null,
  ) {
    this.digested = digest
  }

  get digest(): Digest {
    return (this.digested ??= digestOf(this.evidence, this.options))
  }

  get account(): Account {
    return this.digest.account
  }

  get callDurations(): CallDurations {
    return (this.durations ??= callDurations(this.evidence.calls, this.options.rules))
  }

  /** The rows of a clock, and what was found in them. */
  on(clock: Frame['clock']): DerivedFrame {
    return (this.frames[clock] ??= new DerivedFrame(this.digest[clock], () => this.callDurations))
  }
}

/** What was worked out of the rows of one clock. */
export class DerivedFrame {
  private index: RowIndex | null = null
  private counts: InFlightCounts | null = null

  constructor(
    private readonly digest: FrameDigest,
    private readonly durations: () => CallDurations,
  ) {}

  get frame(): Frame {
    return this.digest.frame
  }

  get coverage(): Coverage {
    return this.digest.coverage
  }

  /** In the order of time. */
  get bursts(): readonly Burst[] {
    return this.digest.bursts
  }

  /** In the order of their begin. */
  get uses(): readonly UseRun[] {
    return this.digest.uses
  }

  get rows(): RowIndex {
    return (this.index ??= rowIndexOf(this.frame.records))
  }

  get inFlight(): InFlightCounts {
    return (this.counts ??= inFlightCounts(this.rows.times, this.durations()))
  }
}
