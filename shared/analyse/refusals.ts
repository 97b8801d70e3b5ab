import { isAboutCalls, type ErrorObservation } from '../evidence/error-observation.ts'
import { groupBy } from '../evidence/group-by.ts'
import type { UsageRecord } from '../evidence/usage-record.ts'
import { later } from '../time/instant.ts'
import { span, type Span } from '../time/span.ts'
import type { Zone } from '../time/zone.ts'
import { firstIndex } from './first-index.ts'
import { NO_CLOCKS, offClockOf, type LogClocks } from './log-clocks.ts'
import { logOf } from './log-events.ts'
import { spanInFrame, type Frame } from './placed-records.ts'
import type { Rules } from './rules.ts'

/** A dated refusal: a failed row, or an error text. */
export interface Refusal {
  readonly span: Span
  /** The text, where it was kept. */
  readonly error: ErrorObservation | null
  readonly status: number | null
  readonly ref: string
  /** Its time is the history's own, or by a clock that is known to agree with the history's. */
  readonly confirmed: boolean
}

/**
 * Statuses that say something about the request, not about a limit or the service (docs/kimi.md#error-texts: 400, 404,
 * 499).
 */
const NOT_A_REFUSAL: ReadonlySet<number> = new Set([400, 404, 413, 422, 499])

/**
 * All dated refusals in a frame, sorted by time. Rows and texts whose outcome is unknown are no refusal. A text of a log
 * whose clock is off has the time of its row; without one it has none that could be told to the second (adrift-blocks.ts).
 */
export function refusalsIn(
  frame: Frame,
  errors: readonly ErrorObservation[],
  zone: Zone,
  clocks: LogClocks,
): readonly Refusal[] {
  const refusals: Refusal[] = []
  for (const { at, record } of frame.records) {
    if (isRefused(record))
      refusals.push({
        span: span(at, later(at, 1000)),
        error: null,
        status: record.status,
        ref: record.id,
        confirmed: true,
      })
  }
  const pairs = new Map(
    clocks.off.flatMap((clock) => clock.pairs.map(({ event, at }) => [event, at] as const)),
  )
  for (const error of errors) {
    const paired = pairs.get(error.id)
    const stated = offClockOf(error, clocks) ? null : spanInFrame(error.when, frame.clock, zone)
    const when = paired === undefined ? stated : span(paired, later(paired, 1000))
    if (when && isAboutRefusal(error))
      refusals.push({
        span: when,
        error,
        status: error.status,
        ref: error.id,
        confirmed: paired !== undefined || clocks.right.includes(logOf(error)),
      })
  }
  return refusals.toSorted(byTime)
}

/** The refusals after the rows of a frame, and no others of their seconds, have been put in. */
export function refusalsAfter(
  known: readonly Refusal[],
  replaced: ReadonlySet<string>,
  news: Frame,
  zone: Zone,
): readonly Refusal[] {
  const first = news.records[0]?.at
  if (first === undefined) return known
  const start = firstIndex(known, ({ span: { from } }) => from >= first)
  const kept = known.slice(start).filter(({ ref }) => !replaced.has(ref))
  return known.slice(0, start).concat([...kept, ...refusalsIn(news, [], zone, NO_CLOCKS)].toSorted(byTime))
}

const byTime = (a: Refusal, b: Refusal): number => a.span.from - b.span.from || (a.ref < b.ref ? -1 : 1)

/** Whether a row tells of a request that was refused, and not of one that was wrong. */
export const isRefused = ({ outcome, status }: UsageRecord): boolean =>
  outcome === 'failure' && (status === null || !NOT_A_REFUSAL.has(status))

/** 5xx: the service itself failed. */
export const isServerError = (status: number | null): boolean => status !== null && status >= 500

/** How many calls refusals are of: a failed row and a text of its status within a moment of it tell one of them. */
export function refusedCalls(refusals: readonly Refusal[], { clockSlack }: Rules): number {
  const texts = refusals.filter(({ error }) => error !== null)
  const rows = refusals.filter(({ error }) => error === null)
  let both = 0
  for (const [status, ofStatus] of groupBy(rows, (row) => row.status)) {
    const told = texts.filter((text) => text.status === status)
    let next = 0
    for (const { span: row } of ofStatus) {
      while ((told[next]?.span.to ?? Number.POSITIVE_INFINITY) < row.from - clockSlack) next += 1
      if ((told[next]?.span.from ?? Number.POSITIVE_INFINITY) > row.to + clockSlack) continue
      both += 1
      next += 1
    }
  }
  return refusals.length - both
}

/** Whether a text tells of a call that was refused. */
export const isAboutRefusal = (error: ErrorObservation): boolean =>
  isAboutCalls(error) && !isRequestFault(error)

const isRequestFault = ({ errorClass, status }: ErrorObservation): boolean =>
  errorClass === 'other' && status !== null && NOT_A_REFUSAL.has(status)
