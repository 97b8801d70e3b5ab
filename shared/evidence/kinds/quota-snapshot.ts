import type { Instant } from '../../time/instant.ts'
import type { MaybeExample } from '../example.ts'
import type { WallTime } from '../../time/wall.ts'
import type { KnownZone } from '../../time/zone.ts'
import type { Origin } from '../origin.ts'
import type { When } from '../when.ts'

/** The windows that have a limit. `other` is a window of a length that we have no rules for. */
export type WindowKind = '5h' | '7d' | 'month' | 'other'

/**
 * When a meter says that its window ends: at an instant, in a while (at least `min` ms, less than `max` ms, counted from
 * the reading), or at a time of the page's own clock. Null: the source did not say.
 */
export type ResetReading =
  | { readonly kind: 'at'; readonly at: Instant }
  | { readonly kind: 'in'; readonly min: number; readonly max: number }
  | LocalReset

/** A reset as a page prints it, without a zone: `10-01 18:30`, `2026-10-20`. */
export interface LocalReset {
  readonly kind: 'local'
  readonly text: string
  /** Null where the text names no year and nothing says when it was read. */
  readonly wall: WallTime | null
  /** How coarse the text is, in milliseconds: a minute, a day. */
  readonly length: number
  /** The zone that somebody assumed for it, if any. */
  readonly zone: KnownZone | null
}

/**
 * How a meter was written. Two encodings of one window may disagree (docs/kimi.md#placeholder-ratios); both are kept.
 */
export type MeterEncoding = 'count' | 'ratio' | 'percent'

export interface Meter {
  readonly window: WindowKind
  /** `code` or `total` where the month has two pools; null otherwise. */
  readonly pool: 'code' | 'total' | null
  /** Length of the window in minutes where the source states it. */
  readonly minutes: number | null
  readonly encoding: MeterEncoding
  /** Used share in percent (may exceed 100). Null: unknown, never "none". */
  readonly usedPercent: number | null
  /** The true share lies within ± this many percent points of `usedPercent`: 1 for whole percents, 0.01 for ratios. */
  readonly resolution: number
  /**
   * False where "0 % used" is only the absence of a number, which has been seen to be wrong
   * (docs/kimi.md#placeholder-ratios).
   */
  readonly explicit: boolean
  readonly reset: ResetReading | null
  /** What the source left out or wrote unreadably, by field: `remaining: absent`. */
  readonly missing: readonly string[]
  /** The numbers as read. */
  readonly limit: number | null
  readonly used: number | null
  readonly remaining: number | null
}

/**
 * Extra usage that is consumed after the quota (docs/kimi.md#extra-usage). Amounts in the currency's cents; null when
 * not stated.
 */
export interface Wallet {
  readonly active: boolean
  readonly currency: string | null
  readonly leftCents: number | null
  readonly monthlyLimitCents: number | null
  readonly monthlyUsedCents: number | null
}

export type SnapshotSource =
  | 'usages'
  | 'GetUsages'
  | 'GetSubscriptionStats'
  | 'GetSubscription'
  | 'quota_panel'
  | 'quota_cards'
  | 'told_meters'

/** One reading of the quota meters. */
export interface QuotaSnapshot extends MaybeExample {
  readonly id: string
  /** When it was read; undated for a pasted body, which only its resets place (docs/verdicts.md#times). */
  readonly when: When
  readonly source: SnapshotSource
  readonly meters: readonly Meter[]
  /** Most requests in flight that the plan allows (`parallel.limit`). */
  readonly cap: number | null
  /** Entries of `parallel.details`: read by others as requests in flight now, not confirmed by Kimi. */
  readonly inFlight: number | null
  /** Plan as the source names it: `LEVEL_INTERMEDIATE`, `Allegretto`. */
  readonly plan: string | null
  /** Start of the subscription, where the source states it. */
  readonly subscribedAt: Instant | null
  readonly wallet: Wallet | null
  readonly origins: readonly Origin[]
}
