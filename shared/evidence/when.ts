import type { Span } from '../time/span.ts'
import type { WallTime } from '../time/wall.ts'
import type { KnownZone } from '../time/zone.ts'

/** A time as a page or a log printed it, without a zone. `zone` is the one that somebody assumed for it, if any. */
export interface LocalTime {
  readonly text: string
  readonly wall: WallTime
  /** How coarse the text is, in milliseconds: 1,000 for `17:25:14`, 60,000 for `17:25`. */
  readonly length: number
  readonly zone: KnownZone | null
  /** The order of the rows on its page says that it was before or after the clock was put back, where its hour came twice. */
  readonly setBack?: SetBack
}

export type SetBack = 'before' | 'after'

/**
 * When something was, as far as it is known. Times are spans because evidence often knows its time only roughly
 * (a row has one second, "resets in 3h 43m" one minute).
 *
 * - `span`: known in UTC. `local` keeps the source text where the zone was assumed. An `ambiguous` local time (clocks
 *   put back) has a span that covers both readings.
 * - `local`: zone-less and still without a zone, or (`skipped`) a local time that the assumed zone does not have.
 * - `undated`: nothing says when. Only the analysis may place it, and says so.
 */
export type When =
  | { readonly kind: 'span'; readonly span: Span; readonly local?: LocalTime; readonly ambiguous?: true }
  | { readonly kind: 'local'; readonly local: LocalTime; readonly skipped?: true }
  | { readonly kind: 'undated' }

export const UNDATED: When = { kind: 'undated' }
