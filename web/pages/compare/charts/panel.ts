import type { StretchTally } from '../../../../shared/analyse/blocks/stretch.ts'
import { isUnknown } from './cumulative.ts'

/** The size of a small panel, in the units of its own drawing; `base` is where the bars stand. */
export const PANEL = { width: 240, height: 66, base: 64, room: 54 } as const

export interface PanelBar {
  readonly slot: number
  readonly x: number
  readonly width: number
  readonly y: number
  readonly height: number
  /** The share of the hour that was blocked, 0 to 1. */
  readonly blocked: number
  readonly unseen: boolean
}

/** The most requests in one hour of any of the days: the height of all panels. At least 1. */
export const topOf = (days: readonly StretchTally[]): number =>
  Math.max(1, ...days.flatMap(({ slots }) => slots.map(({ requests }) => requests)))

/** The hours of a day as bars. An hour that nobody looked at is told apart from one without requests. */
export function panelBars(day: StretchTally, hours: number, top: number): readonly PanelBar[] {
  const width = PANEL.width / Math.max(1, hours)
  return day.slots.map((tally) => {
    const height = (tally.requests / top) * PANEL.room
    const length = tally.spans.reduce((sum, { from, to }) => sum + (to - from), 0)
    return {
      slot: tally.slot,
      x: tally.slot * width,
      width,
      y: PANEL.base - height,
      height,
      blocked: length > 0 ? Math.min(1, tally.blockedMs / length) : 0,
      unseen: isUnknown(tally),
    }
  })
}
