import type { Reject } from '../evidence/kinds/reject.ts'
import type { WindowKind } from '../evidence/kinds/quota-snapshot.ts'
import type { Instant } from '../time/instant.ts'
import type { Span } from '../time/span.ts'
import type { WallTime } from '../time/wall.ts'
import type { Zone } from '../time/zone.ts'
import type { Burst } from './logs/bursts.ts'
import type { FactRule, FindingKind, MissingKind } from './rule-names.ts'

/** What can refuse a request (docs/verdicts.md#verdicts), in the order in which verdict tables list them. */
export const CAUSES = [
  'quota_5h',
  'quota_7d',
  'quota_month',
  'concurrency',
  'request_rate',
  'platform',
  'account',
] as const
export type Cause = (typeof CAUSES)[number]

export type Verdict = 'supported' | 'consistent' | 'contradicted' | 'undecidable'

/** A value in a fact, with its unit, so that wording can print it in any language and zone. */
export type FactValue =
  | { readonly unit: 'instant'; readonly value: Instant }
  | { readonly unit: 'wall'; readonly value: WallTime }
  | { readonly unit: 'duration'; readonly value: number }
  | { readonly unit: 'percent'; readonly value: number }
  | { readonly unit: 'count'; readonly value: number }
  | { readonly unit: 'window'; readonly value: WindowKind }
  | { readonly unit: 'text'; readonly value: string }

/** One thing that speaks for or against a cause, or a premise that the verdict rests on (`neutral`). */
export interface Fact {
  /** The rule that found it; wording has one sentence per rule. */
  readonly rule: FactRule
  readonly bearing: 'for' | 'against' | 'neutral'
  readonly strong: boolean
  /** Direct evidence (an error text that names the limit, a full meter): only this can make a cause `supported`. */
  readonly direct: boolean
  readonly values: Readonly<Record<string, FactValue>>
  /** Ids of the evidence that the fact rests on. */
  readonly refs: readonly string[]
}

export interface CauseVerdict {
  readonly cause: Cause
  readonly verdict: Verdict
  readonly facts: readonly Fact[]
  /** Only when the zone is unknown: the verdict under each UTC offset in use on that date. */
  readonly byOffset: Readonly<Record<string, Verdict>> | null
  readonly offsetsExcluded: readonly ExcludedOffset[]
}

/** An offset that other evidence rules out, with the fact that does. */
export interface ExcludedOffset {
  readonly offset: string
  readonly fact: Fact
}

/** A piece of evidence that nobody has brought in, and the causes that it would decide or narrow down. */
export interface MissingEvidence {
  readonly kind: MissingKind
  readonly causes: readonly Cause[]
  /** It settles these causes, or shows another one, in at least nine of ten incidents (docs/calibration.md); else it only narrows them down. */
  readonly decides: boolean
  readonly values: Readonly<Record<string, FactValue>>
}

export type Grade = 'error_text' | 'failed_rows' | 'marked' | 'suspected'

/** A stretch in which requests were refused, as far as the evidence goes. */
export interface BlockedWindow {
  readonly grade: Grade
  /** Null while the zone is unknown. */
  readonly span: Span | null
  /** The edges as the wall clock showed them, for zone-less evidence. */
  readonly local: { readonly from: WallTime; readonly to: WallTime } | null
  /** The refusal is only known to lie somewhere inside `span`; it did not fill it. */
  readonly within: boolean
  /** No success seen after it: still going on as far as we know. */
  readonly open: boolean
  readonly refs: readonly string[]
}

/** A stretch of an incident in which what refused did not change, judged by its own evidence. */
export interface IncidentPart {
  /** Null while the zone is unknown. */
  readonly span: Span | null
  readonly local: BlockedWindow['local']
  /** The last one of an incident that is open. */
  readonly open: boolean
  readonly leading: Cause | 'unknown'
  readonly verdicts: readonly CauseVerdict[]
}

export interface Incident {
  readonly id: string
  readonly block: BlockedWindow
  /** The one supported cause, or that of the longest part where parts have different ones. */
  readonly leading: Cause | 'unknown'
  /** Of each cause the best that any part says of it; contradicted only where every part is. */
  readonly verdicts: readonly CauseVerdict[]
  /** In the order of time, at least one: more where texts, statuses or readings change. */
  readonly parts: readonly IncidentPart[]
  /** What would decide or narrow down the causes that are open, the most telling first; empty once a cause leads. */
  readonly missing: readonly MissingEvidence[]
  readonly coverage: Coverage
}

/** Where we were looking, and where not. */
export interface Coverage {
  readonly observed: readonly Span[]
  /** Stretches between observed ones that no capture shows. */
  readonly holes: readonly Span[]
}

export type Basis = 'reported' | 'observed' | 'inferred'

export interface QuotaWindow {
  readonly window: WindowKind
  readonly span: Span
  readonly basis: Basis
  /** Highest reading inside it; null when it was never read. */
  readonly peakUsedPercent: number | null
  readonly refs: readonly string[]
}

export interface Reset {
  readonly window: WindowKind
  readonly at: Instant
  readonly basis: Basis
  readonly state: 'verified' | 'due_unverified' | 'upcoming'
  readonly refs: readonly string[]
}

/** A thing worth knowing that is not a verdict: `kind` is the rule, as with facts. */
export interface Finding {
  readonly kind: FindingKind
  readonly values: Readonly<Record<string, FactValue>>
  readonly refs: readonly string[]
}

/** When a reading was taken, once the grid has placed it. */
export interface PlacedReading {
  readonly snapshot: string
  readonly span: Span
  readonly basis: 'stated' | 'resets' | 'grid' | 'countdowns'
  readonly grid: string | null
}

/** A claim, held against the evidence in the same words as a cause. */
export interface JudgedClaim {
  readonly text: string
  readonly verdict: Verdict
  readonly facts: readonly Fact[]
  /** Only when the zone is unknown and the claim names a time of day. */
  readonly byOffset: Readonly<Record<string, Verdict>> | null
}

/** Where a window is heading, judged by how the account was used before. */
export interface Outlook {
  readonly window: WindowKind
  readonly usedPercent: number
  readonly readAt: Instant
  readonly resetAt: Instant
  /**
   * Percent used when the window resets: the guess, and the bounds that hold four times out of five; `tried` on so many
   * moments of the past. Null where the window is full, or too little was read to try a guess.
   */
  readonly atReset: {
    readonly least: number
    readonly likely: number
    readonly most: number
    readonly tried: number
  } | null
  /** When it would be used up, between those bounds; `latest` null: perhaps not before the reset. Null: not to be expected. */
  readonly fullAt: { readonly earliest: Instant; readonly latest: Instant | null } | null
  readonly refs: readonly string[]
}

/** Everything that the analysis concludes about one account. Same input, same Report. */
export interface Report {
  readonly now: Instant
  readonly zone: Zone
  readonly counts: {
    readonly records: number
    readonly snapshots: number
    readonly errors: number
    readonly costs: number
    readonly rejects: number
  }
  readonly rejects: readonly Reject[]
  readonly coverage: Coverage
  readonly readings: readonly PlacedReading[]
  readonly windows: readonly QuotaWindow[]
  readonly resets: readonly Reset[]
  readonly incidents: readonly Incident[]
  readonly findings: readonly Finding[]
  readonly claims: readonly JudgedClaim[]
  readonly bursts: readonly Burst[]
  readonly outlook: readonly Outlook[]
}
