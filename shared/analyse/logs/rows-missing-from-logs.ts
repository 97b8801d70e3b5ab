import type { Span } from '../../time/span.ts'
import { firstIndex } from '../first-index.ts'
import { isForAll, type LoggedCall, type LoggedCalls } from './logged-calls.ts'
import { recordsWithin, type PlacedRecord } from '../clocks/placed-records.ts'
import type { Rules } from '../rules.ts'

/** Requests that the history shows as accepted, by whether a log has them. */
export interface RowsMissingFromLogs {
  /** When those are listed that no log tells of, sorted. */
  readonly times: readonly number[]
  /** How many of the others there are. */
  readonly told: number
  /** The edge of a call that the history lists, as the requests that both tell show; null where they do not. */
  readonly edge: 'start' | 'end' | null
  /** By how much the logs are ahead where they tell of the most. Milliseconds. */
  readonly ahead: number
}

/** Rows are listed to the second. */
const ROW_LENGTH = 1000

/**
 * Pairs rows with logged requests in order of time, by whichever edge of the request matches more of them. Clocks within the
 * tolerance may still be some seconds apart, so the logs are also compared slightly shifted in both directions.
 */
export function rowsMissingFromLogs(
  records: readonly PlacedRecord[],
  logged: LoggedCalls,
  range: Span,
  { clockSlack, logClock: { tolerated } }: Rules,
): RowsMissingFromLogs {
  const rows = recordsWithin(records, range)
    .filter(({ record }) => record.outcome !== 'failure')
    .map(({ at }) => at)
  if (rows.length === 0) return { times: rows, told: 0, edge: null, ahead: 0 }
  const calls = loggedWithin(logged, range.from - tolerated, range.to + tolerated).filter(isForAll)
  const told = {
    start: calls.flatMap(({ start }) => start ?? []).toSorted((a, b) => a - b),
    end: calls.flatMap(({ end }) => end ?? []).toSorted((a, b) => a - b),
  }
  const least = { start: rows.length, end: rows.length }
  let best: { readonly times: readonly number[]; readonly ahead: number } = { times: rows, ahead: 0 }
  for (const ahead of shiftsUpTo(tolerated, clockSlack)) {
    for (const edge of ['start', 'end'] as const) {
      const times = untoldBy(told[edge], rows, ahead, clockSlack)
      least[edge] = Math.min(least[edge], times.length)
      if (times.length < best.times.length) best = { times, ahead }
    }
    if (best.times.length === 0) break
  }
  const edge = least.start === least.end ? null : least.start < least.end ? 'start' : 'end'
  return { ...best, told: rows.length - best.times.length, edge }
}

/** No shift first, then further and further, ahead and behind. */
const shiftsUpTo = (most: number, step: number): readonly number[] => [
  0,
  ...Array.from({ length: Math.floor(most / step) }, (_, index) => (index + 1) * step).flatMap((by) => [
    by,
    -by,
  ]),
]

function untoldBy(
  told: readonly number[],
  rows: readonly number[],
  ahead: number,
  slack: number,
): readonly number[] {
  let next = 0
  return rows.filter((row) => {
    const at = row + ahead
    while ((told[next] ?? Number.POSITIVE_INFINITY) < at - slack) next += 1
    const isTold = (told[next] ?? Number.POSITIVE_INFINITY) <= at + ROW_LENGTH + slack
    if (isTold) next += 1
    return !isTold
  })
}

/** Logged requests that may have been in flight between two moments. */
export function loggedWithin({ calls, reach }: LoggedCalls, from: number, to: number): readonly LoggedCall[] {
  const within: LoggedCall[] = []
  for (
    let index = firstIndex(calls, ({ maybe }) => maybe.from >= from - reach);
    index < calls.length;
    index++
  ) {
    const call = calls[index]
    if (!call || call.maybe.from > to) break
    if (call.maybe.to >= from) within.push(call)
  }
  return within
}
