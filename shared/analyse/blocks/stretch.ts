import type { Day } from '../../time/day.ts'
import type { Instant } from '../../time/instant.ts'
import type { Span } from '../../time/span.ts'
import type { Tally } from './tally.ts'

/** What is laid side by side: days of the calendar, or 5 h windows by the moment at which they begin. */
export type Stretch =
  { readonly kind: 'day'; readonly day: Day } | { readonly kind: 'window'; readonly from: Instant }

/** The n-th hour after what the stretches are lined up by. It may consist of several parts (see Alignment in day-slots.ts). */
export interface SlotTally extends Tally {
  readonly slot: number
  readonly spans: readonly Span[]
  /** How much of it has passed at `now`. */
  readonly passedMs: number
}

export interface StretchTally extends Tally {
  readonly stretch: Stretch
  /** The day on which it begins. */
  readonly day: Day
  readonly span: Span
  readonly passedMs: number
  /** A block is only known to lie somewhere in a stretch that touches this one; it has no length of its own. */
  readonly blockedWithin: boolean
  /** Of the stretch as far as it has passed at `now`, the share that was observed: 0 to 1. */
  readonly observedShare: number
  readonly slots: readonly SlotTally[]
}
