import type { WindowKind } from '../../../shared/evidence/quota-snapshot.ts'
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

/** The window of that kind that holds `at`. */
export function windowSpan({ kind, anchor }: TrueWindow, at: number): { from: number; to: number } {
  const length = LENGTH[kind]
  const from = anchor + Math.floor((at - anchor) / length) * length
  return { from, to: from + length }
}

/** The terms in force at a moment. Terms are sorted and the first holds from the start. */
export function termsAt(terms: readonly [Terms, ...Terms[]], at: number): Terms {
  return terms.findLast(({ from }) => from <= at) ?? terms[0]
}
