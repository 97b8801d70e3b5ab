import type { ShareLevel } from '../../shared/analyse/views/share-level.ts'
import type { Span } from '../../shared/time/span.ts'
import type { AwaitedReset } from '../../shared/recorder/awaited-reset.ts'
import type { ConsolePlace } from './console-place.ts'

/** One meter as the strip shows it: words only, so that the page's script need not compute or translate anything. */
export interface OverlayMeter {
  readonly name: string
  /** `2 % used`, or what is said where the source gave no number. */
  readonly used: string
  /** Share for the bar, 0 to 100; null draws none. */
  readonly share: number | null
  readonly level: ShareLevel
  /** Null where no reset is known. */
  readonly reset: OverlayReset | null
  /** Where its window is heading; only the popup has room for it. Null where nothing can be said. */
  readonly outlook: string | null
}

/** The reset that a meter waits for. The page counts down to it by itself, so that no worker is woken for a minute's turn. */
export interface OverlayReset {
  readonly at: number
  /** `resets in {duration}` */
  readonly ahead: string
  /** Once its time has passed: that it was due and nothing has shown it yet, or that it was seen. */
  readonly passed: string
  /** Its time has passed or will, and nothing has shown that it came. */
  readonly verified: boolean
  /** The clock time, with its day where that is not today. */
  readonly clock: string
  /** To the second, with its offset; for the tip. */
  readonly exact: string
}

/**
 * What the strip says of itself in one word (PEERS d). `layout`, `gone` and what the page alone can know are added by
 * the page's script.
 */
type OverlayStateKind =
  | 'off'
  | 'collecting'
  | 'current'
  | 'partial'
  | 'blocked'
  | 'reset_due'
  | 'layout'
  | 'silent'
  | 'gone'
  | 'trouble'

export interface OverlayState {
  readonly kind: OverlayStateKind
  readonly text: string
}

export interface OverlayLaneItem {
  readonly span: Span
  readonly state: 'active' | 'blocked' | 'idle' | 'unobserved'
}

/** A moment on the lane, with what is said of it. */
export interface OverlayTick {
  readonly at: number
  readonly text: string
}

/** The last 24 hours and up to the next reset. */
export interface OverlayLane {
  readonly span: Span
  readonly now: number
  readonly items: readonly OverlayLaneItem[]
  readonly resets: readonly OverlayTick[]
  /** Hours to read the lane by. */
  readonly ticks: readonly OverlayTick[]
  /** What the picture shows, in one sentence. */
  readonly label: string
  /** The same as a list, in the order of time. */
  readonly twin: readonly string[]
}

/** A blocked window as the page's own table shows it: rows that lie in it, and the gap that it is. */
export interface OverlayBlock {
  readonly incident: string
  readonly span: Span
  readonly suspected: boolean
  /** How long, how known, and why: for the separator. */
  readonly text: string
}

/** What the marks on the page's table need, so that they are laid where the evidence puts them and nowhere else. */
export interface OverlayMarks {
  readonly blocks: readonly OverlayBlock[]
  /** The newest rows that carry a request id: id and instant. The page's own printed times are held against them. */
  readonly rows: readonly (readonly [requestId: string, at: number])[]
  /** How far the reader's clocks are ahead of UTC over all of `blocks`; null where that changes in between. */
  readonly offset: number | null
}

export interface OverlayAnswer {
  readonly state: string
  /** Cause, way out, what is ruled out. */
  readonly rest: string
  /** It says how long something lasts by now or still will, and has to be asked for again each minute. */
  readonly counts: boolean
  /** What to do, the most useful first. */
  readonly next: readonly string[]
  /** The reset that is waited for. */
  readonly backAt: AwaitedReset | null
}

/** All that the overlay strip and the popup draw. */
export interface OverlayModel {
  readonly meters: readonly OverlayMeter[]
  /** The answer: the state by itself, and the sentences after it; null where nothing was refused and nothing is used up. */
  readonly answer: OverlayAnswer | null
  /** Where the console tells more about it. */
  readonly verdictPlace: ConsolePlace | null
  /** The newest finding about a device or a client; null where there is none. */
  readonly device: string | null
  readonly records: string
  /** Whether this page is being recorded, in words. */
  readonly recording: string
  readonly state: OverlayState
  readonly lane: OverlayLane
  readonly marks: OverlayMarks
  readonly words: {
    readonly open: string
    readonly why: string
    readonly verdict: string
    readonly collapse: string
    readonly expand: string
    readonly move: string
    readonly showTwin: string
    readonly hideTwin: string
    readonly noVerdict: string
    readonly now: string
    readonly marks: string
    readonly legend: Readonly<Record<OverlayLaneItem['state'] | 'reset', string>>
  }
}
