import type { WindowKind } from '../../../shared/evidence/kinds/quota-snapshot.ts'
import { DAY_OF_HOURS, HOUR } from '../../../shared/time/duration.ts'

/** A quota window as the service knows it. Times are ms UTC, shares percent. */
export interface TrueWindow {
  readonly kind: Exclude<WindowKind, 'other'>
  /** One of its resets; the others are whole lengths away. */
  readonly anchor: number
  /** What a call of ordinary size takes of it. */
  readonly costPerCall: number
  /** Used before the run begins, of the window in which it begins. */
  readonly usedAtStart: number
  /**
   * When windows began that open with the first call after the last one has ended; the limiter adds to it. Windows without
   * it lie on the grid of the anchor.
   */
  readonly opened?: number[]
}

/** What the account was entitled to from a moment on; another plan brings other terms and a new grid. */
export interface Terms {
  readonly from: number
  readonly plan: string
  readonly cap: 10 | 20 | 30
  readonly subscribedAt: number
  readonly windows: readonly TrueWindow[]
}

/** A plan month is taken as 30 days; the product knows no length of it. */
export const LENGTH = { '5h': 5 * HOUR, '7d': 7 * DAY_OF_HOURS, 'month': 30 * DAY_OF_HOURS } as const

/** The window of that kind that holds `at`; where none is open, the one that a call would open. */
export function windowSpan({ kind, anchor, opened }: TrueWindow, at: number): { from: number; to: number } {
  const length = LENGTH[kind]
  if (opened) {
    const last = opened.findLast((moment) => moment <= at)
    const from = last !== undefined && at < last + length ? last : at
    return { from, to: from + length }
  }
  const from = anchor + Math.floor((at - anchor) / length) * length
  return { from, to: from + length }
}

/** Whether a window of that kind is open, by a call that came before. */
export const isOpen = (window: TrueWindow, at: number): boolean =>
  !window.opened || windowSpan(window, at).from < at

/** The terms in force at a moment. Terms are sorted and the first holds from the start. */
export function termsAt(terms: readonly [Terms, ...Terms[]], at: number): Terms {
  return terms.findLast(({ from }) => from <= at) ?? terms[0]
}
