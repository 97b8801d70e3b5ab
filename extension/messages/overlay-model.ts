import type { Span } from '../../shared/time/span.ts'

/** One meter as the strip shows it: words only, so that the page's script need not compute or translate anything. */
export interface OverlayMeter {
  readonly name: string
  /** `2 % used`, or what is said where the source gave no number. */
  readonly used: string
  /** Share for the bar, 0 to 100; null draws none. */
  readonly share: number | null
  readonly reset: string | null
}

export interface OverlayLaneItem {
  readonly span: Span
  readonly state: 'active' | 'blocked' | 'idle' | 'unobserved'
}

/** All that the overlay strip and the popup draw. */
export interface OverlayModel {
  readonly meters: readonly OverlayMeter[]
  /** The last block in one sentence with its verdict; null when none is known. */
  readonly verdict: string | null
  readonly records: string
  readonly state: string
  readonly lane: {
    readonly span: Span
    readonly items: readonly OverlayLaneItem[]
    readonly resets: readonly number[]
  }
  readonly laneLabel: string
  readonly words: {
    readonly title: string
    readonly open: string
    readonly collapse: string
    readonly expand: string
  }
}
