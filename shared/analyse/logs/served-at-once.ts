import type { Case } from '../judge/case.ts'
import { firstIndex } from '../first-index.ts'
import { highestBetween } from './range-highest.ts'

/**
 * How many requests the service had at once within a day of a block and answered all, by any one log: a cap on requests in
 * flight is no less than that, unless the plan was changed in between. A client logs an answer when it has read it, up to
 * two seconds after it came. Counted are those that began within that day.
 *
 *     ├──────────┤
 *        ├───────────┤
 *                   ├─────┤        two at once; the third began while the client may not have read the second
 */
export function servedAtOnce({ logged, block, changes, rules }: Case): number {
  const { sameDay } = rules
  const range = { from: block.span.from - sameDay, to: block.span.to + sameDay }
  if (changes.some(({ from, to }) => from <= range.to && to >= range.from)) return 0
  const first = firstIndex(logged.calls, ({ maybe }) => maybe.from >= range.from)
  const end = firstIndex(logged.calls, ({ maybe }) => maybe.from > range.to)
  return highestBetween(logged.atOnce, first, end)
}
