import type { Capture } from '../../evidence/kinds/capture.ts'
import { later, type Instant } from '../../time/instant.ts'
import { widenSpan, type Span } from '../../time/span.ts'
import { firstIndex } from '../first-index.ts'
import type { Rules } from '../rules.ts'

/** How far the clock that dated a capture was behind the service's, at least. */
export interface ClockLag {
  readonly at: Instant
  /** Milliseconds. */
  readonly lag: number
  readonly capture: string
}

/**
 * Where a capture shows a row that began after it was made, the clock of the machine was behind the service's, by that
 * much at least (docs/verdicts.md#times). How far a clock is ahead no capture can show: the newest row may simply be
 * old. Sorted by time.
 */
export function clockLags(captures: readonly Capture[], { clockSlack }: Rules): readonly ClockLag[] {
  const lags = captures.flatMap(({ id, at, newest }): ClockLag[] => {
    if (at === null || newest?.kind !== 'span') return []
    const lag = newest.span.from - at
    return lag > clockSlack ? [{ at, lag, capture: id }] : []
  })
  return inOrder(lags)
}

/** By time; those of one moment by their captures, whichever came first. */
export const inOrder = (lags: readonly ClockLag[]): readonly ClockLag[] =>
  lags.toSorted((a, b) => a.at - b.at || (a.capture < b.capture ? -1 : 1))

/** The lags with those of further captures. */
export const lagsWith = (known: readonly ClockLag[], added: readonly ClockLag[]): readonly ClockLag[] =>
  inOrder([...known, ...added])

/**
 * Whether a further lag leaves every time up to `latest` as long as the known lags made it: one of them is as large, no
 * later, and within a day of all that is up to then.
 *
 *     known, 5 min   ├──────── a day ───────┼──────── a day ───────┤
 *     further, 4 min      ├──────── a day ───────┼──────── a day ───────┤
 *     times             ·    ·      ·      · ·     latest
 */
export const isCovered = (
  { at, lag }: ClockLag,
  known: readonly ClockLag[],
  latest: number,
  { sameDay }: Rules,
): boolean => known.some((each) => each.at <= at && each.lag >= lag && each.at + sameDay >= latest)

/** A time by the machine's clock, made as long as it may be off: by the largest lag of the same day. Never shifted. */
export function widenByLag(stated: Span, lags: readonly ClockLag[], { sameDay }: Rules): Span {
  if (lags.length === 0) return stated
  const first = firstIndex(lags, ({ at }) => at >= later(stated.from, -sameDay))
  let most = 0
  for (let index = first; index < lags.length; index += 1) {
    const each = lags[index]
    if (!each || each.at > stated.to + sameDay) break
    most = Math.max(most, each.lag)
  }
  return most === 0 ? stated : widenSpan(stated, most)
}
