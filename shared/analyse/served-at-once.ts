import { groupBy } from '../evidence/group-by.ts'
import type { Case } from './case.ts'
import { loggedWithin } from './rows-missing-from-logs.ts'

/**
 * How many requests the service had at once within a day of a block and answered all, by any one log: a cap on requests in
 * flight is no less than that, unless the plan was changed in between. A client logs an answer when it has read it, up to
 * two seconds after it came.
 *
 *     ├──────────┤
 *        ├───────────┤
 *                   ├─────┤        two at once; the third began while the client may not have read the second
 */
export function servedAtOnce({ logged, block, changes, rules }: Case): number {
  const { sameDay, clockSlack } = rules
  const range = { from: block.span.from - sameDay, to: block.span.to + sameDay }
  if (changes.some(({ from, to }) => from <= range.to && to >= range.from)) return 0
  const byLog = groupBy(loggedWithin(logged, range.from, range.to), ({ logs: [log] }) => log ?? null)
  let most = 0
  for (const [log, calls] of byLog) {
    if (log === null) continue
    const whole = calls.flatMap(({ surely }) =>
      surely !== null && surely.to - clockSlack > surely.from ? [surely] : [],
    )
    const ends = Float64Array.from(whole, ({ to }) => to - clockSlack).toSorted()
    let ended = 0
    for (const [begun, from] of Float64Array.from(whole, (surely) => surely.from)
      .toSorted()
      .entries()) {
      while ((ends[ended] ?? Number.POSITIVE_INFINITY) <= from) ended += 1
      most = Math.max(most, begun + 1 - ended)
    }
  }
  return most
}
