import type { Span } from '../time/span.ts'
import type { WallTime } from '../time/wall.ts'
import type { KnownZone } from '../time/zone.ts'

/** A time as printed by a page or log, without a zone. `zone` is the one assumed for it, if any. */
export interface LocalTime {
  readonly text: string
  readonly wall: WallTime
  /** How coarse the text is, in milliseconds: 1,000 for `17:25:14`, 60,000 for `17:25`. */
  readonly length: number
  readonly zone: KnownZone | null
  /** For an hour that occurs twice: whether the order of rows on the page puts it before or after the change. */
  readonly setBack?: SetBack
}

export type SetBack = 'before' | 'after'

/**
 * When something happened, as far as is known. Times are spans because evidence often knows its time only roughly
 * (a row has one second, "resets in 3h 43m" one minute).
 *
 * - `span`: known in UTC. `local` keeps the source text where the zone was assumed. An `ambiguous` local time (clocks
 *   put back) has a span that covers both readings.
 * - `local`: zone-less and still without a zone, or (`skipped`) a local time that the assumed zone does not have.
 * - `undated`: unknown. Only the analysis may place it, and marks it as such.
 */
export type When =
  | { readonly kind: 'span'; readonly span: Span; readonly local?: LocalTime; readonly ambiguous?: true }
  | { readonly kind: 'local'; readonly local: LocalTime; readonly skipped?: true }
  | { readonly kind: 'undated' }

export const UNDATED: When = { kind: 'undated' }
