import type { Span } from '../time/span.ts'
import { firstIndex } from './first-index.ts'
import type { LoggedCall, LoggedCalls } from './logged-calls.ts'
import { recordsWithin, type PlacedRecord } from './placed-records.ts'
import type { Rules } from './rules.ts'

/** Requests that the history shows to have been taken and no log tells of. */
export interface UntoldRows {
  /** When they are listed, sorted. */
  readonly times: readonly number[]
  /** The edge of a call that the history lists, as the requests that both tell show; null where they do not. */
  readonly edge: 'start' | 'end' | null
}

/** Rows are listed to the second. */
const ROW_LENGTH = 1000

/** One row and one logged request each, in the order of time, by the edge that joins more of them. */
export function untoldRows(
  records: readonly PlacedRecord[],
  logged: LoggedCalls,
  range: Span,
  { clockSlack }: Rules,
): UntoldRows {
  const rows = recordsWithin(records, range).filter(({ record }) => record.outcome !== 'failure')
  const calls = loggedWithin(logged, range.from - clockSlack, range.to + clockSlack)
  const [start, end] = (['start', 'end'] as const).map((edge) => untoldBy(edge, rows, calls, clockSlack))
  if (!start || !end) return { times: [], edge: null }
  const edge = start.length === end.length ? null : start.length < end.length ? 'start' : 'end'
  return { times: start.length <= end.length ? start : end, edge }
}

function untoldBy(
  edge: 'start' | 'end',
  rows: readonly PlacedRecord[],
  calls: readonly LoggedCall[],
  slack: number,
): readonly number[] {
  const told = calls.flatMap((call) => call[edge] ?? []).toSorted((a, b) => a - b)
  let next = 0
  return rows.flatMap(({ at }) => {
    while ((told[next] ?? Number.POSITIVE_INFINITY) < at - slack) next += 1
    const isTold = (told[next] ?? Number.POSITIVE_INFINITY) <= at + ROW_LENGTH + slack
    if (isTold) next += 1
    return isTold ? [] : [at]
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
