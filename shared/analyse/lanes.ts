import type { UsageRecord } from '../evidence/usage-record.ts'
import type { WindowKind } from '../evidence/quota-snapshot.ts'
import type { Instant } from '../time/instant.ts'
import type { Span } from '../time/span.ts'
import type { Grade, Report, Reset, Cause, PlacedReading } from './report.ts'

/** Requests that started in one stretch of the timeline. */
export interface RequestBucket {
  readonly span: Span
  readonly success: number
  readonly failure: number
  readonly unknown: number
}

/** Readings of one meter, broken where a reset or a long gap lies between two of them. */
export interface MeterLine {
  readonly window: WindowKind
  readonly pool: 'code' | 'total' | null
  readonly segments: readonly (readonly MeterPoint[])[]
}

export interface MeterPoint {
  readonly at: Instant
  readonly usedPercent: number
  readonly snapshot: string
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
  readonly requests: readonly RequestBucket[]
  readonly meters: readonly MeterLine[]
  readonly blocks: readonly BlockBand[]
  readonly resets: readonly Reset[]
  readonly observed: readonly Span[]
  readonly unobserved: readonly Span[]
  readonly readings: readonly PlacedReading[]
}

export type LanesOf = (
  evidence: { readonly records: readonly UsageRecord[] },
  report: Report,
  range: Span,
  buckets: number,
) => Lanes
