import type { Cause, Verdict } from '../../../shared/analyse/report.ts'
import type { Aim } from '../world/scenario.ts'
import type { Said } from './said-words.ts'

/** Something that the analysis said and that is not so. */
export interface Fault {
  readonly seed: number
  readonly kind:
    | 'true_cause_contradicted'
    | 'minor_cause_contradicted'
    | 'wrong_cause_supported'
    | 'true_offset_contradicts'
    | 'true_offset_excluded'
    | 'threw'
    | 'two_of_one'
    /** A throttle named as all that is left of an incident or a part in which none refused. */
    | 'no_throttle_though_left'
    | 'undivided'
    | 'edge_off'
    | 'not_found'
    | 'found_nothing_there'
    | 'idle_called_blocked'
    | 'idle_after_block_called_blocked'
  readonly cause: Cause | null
  readonly text: string
}

/** What evidence there is of a true block: this decides what may be asked of the analysis. */
export interface BlockEvidence {
  /** A failed row or a dated text shows it. */
  readonly shown: boolean
  /** A dated text names its cause without doubt. */
  readonly named: boolean
  readonly anyText: boolean
  /** Dated meters at least every five minutes. */
  readonly denseMeters: boolean
  /** Nothing disturbs the meters: one account, one plan, no wallet, one limit, no placeholder, a known zone. */
  readonly plainMeters: boolean
  /** A log gives how long its client's calls took. */
  readonly durations: boolean
  /** The logs tell of every call around the block, all of them with how long they took, and the history was open. */
  readonly everyClient: boolean
  /** A reading of that day states the cap. */
  readonly capRead: boolean
  /** Every window that the plan has is read, plainly and every five minutes. */
  readonly quotasRead: boolean
  /** A row or a dated text shows a 5xx or an overload. */
  readonly serverSaid: boolean
}

/** One true block, and what was said of its cause. */
export interface BlockScore {
  readonly cause: Cause
  readonly evidence: BlockEvidence
  readonly found: boolean
  /** Found, or told by refusals which are only known to lie somewhere in a stretch that holds it. */
  readonly foundWithin: boolean
  /** The most definite verdict on the true cause among the incidents that hold it; null where none does. */
  readonly verdict: Verdict | null
  readonly leading: Cause | 'unknown' | null
  /** The most definite verdict on concurrency. */
  readonly concurrency: Verdict | null
  /** The cause that is all that is left, in any of the incidents that hold it. */
  readonly left: Cause | null
}

export interface Score {
  readonly seed: number
  readonly aim: Aim
  readonly blocks: readonly BlockScore[]
  /** Incidents dated by refusals; how many of them hold a true refusal. */
  readonly explicit: {
    readonly reported: number
    readonly true: number
    readonly edges: number
    readonly edgesRight: number
  }
  readonly incidents: number
  /** Incidents dated by refusals that hold two causes one after the other, where the evidence shows the change. */
  readonly changes: number
  /** Incidents, and parts of one, of which a throttle is named as all that is left. */
  readonly throttled: number
  /** Each word of its verdicts, and whether it was so. */
  readonly words: readonly Said[]
  /** Stretches of a quarter of an hour or more in which nothing was asked and nothing would have been refused. */
  readonly idle: { readonly stretches: number; readonly calledBlocked: number; readonly afterBlock: number }
  readonly faults: readonly Fault[]
}
