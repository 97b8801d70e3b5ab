import { isAboutCalls, type ErrorObservation } from '../../evidence/kinds/error-observation.ts'
import { REQUEST_STATUSES } from '../../evidence/errors/request-statuses.ts'
import { groupBy } from '../../evidence/group-by.ts'
import type { UsageRecord } from '../../evidence/kinds/usage-record.ts'
import { later } from '../../time/instant.ts'
import { span, type Span } from '../../time/span.ts'
import type { Zone } from '../../time/zone.ts'
import { firstIndex } from '../first-index.ts'
import { offClocks, type LogClocks } from '../clocks/log-clocks.ts'
import { logOf } from '../logs/log-events.ts'
import { firstAtOrAfter, spanInFrame, type Frame, type PlacedRecord } from '../clocks/placed-records.ts'
import type { Rules } from '../rules.ts'
import { FROM_START, type Since } from '../since.ts'

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
 * All dated refusals in a frame, sorted by time. Rows and texts whose outcome is unknown are no refusal. A text of a log
 * whose clock is off has the time of its row; without one it has none that could be told to the second (adrift-blocks.ts).
 * Where rows have changed since, the texts that are known stand, and `errors` are further ones.
 */
export function refusalsIn(
  frame: Frame,
  errors: readonly ErrorObservation[],
  zone: Zone,
  clocks: LogClocks,
  { known, changed }: Since<Refusal> = FROM_START,
): readonly Refusal[] {
  const kept = firstIndex(known, ({ span: { from } }) => from >= changed)
  const pairs = new Map(
    clocks.off.flatMap((clock) => clock.pairs.map(({ event, at }) => [event, at] as const)),
  )
  const offClockOf = offClocks(clocks)
  const texts = errors.flatMap((error): Refusal[] => {
    const paired = pairs.get(error.id)
    const stated = spanInFrame(error.when, frame.clock, zone)
    const certain = offClockOf(error, stated) ? null : stated
    const when = paired === undefined ? certain : span(paired, later(paired, 1000))
    if (!when || !isAboutRefusal(error)) return []
    const confirmed = paired !== undefined || clocks.right.includes(logOf(error))
    return [{ span: when, error, status: error.status, ref: error.id, confirmed }]
  })
  const rows = refusedRows(frame.records.slice(firstAtOrAfter(frame.records, changed)))
  const standing = known.slice(kept).filter(({ error }) => error !== null)
  return known.slice(0, kept).concat([...rows, ...standing, ...texts].toSorted(byTime))
}

const refusedRows = (records: readonly PlacedRecord[]): readonly Refusal[] =>
  records
    .filter(({ record }) => isRefused(record))
    .map(({ at, record }) => ({
      span: span(at, later(at, 1000)),
      error: null,
      status: record.status,
      ref: record.id,
      confirmed: true,
    }))

const byTime = (a: Refusal, b: Refusal): number => a.span.from - b.span.from || (a.ref < b.ref ? -1 : 1)

/** Whether a row tells of a request that was refused, and not of one that was wrong. */
export const isRefused = ({ outcome, status }: UsageRecord): boolean =>
  outcome === 'failure' && (status === null || !REQUEST_STATUSES.has(status))

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

/** Whether a text tells that the request itself was wrong, such as one that is too long for the model. */
export const isRequestFault = ({ errorClass, status }: ErrorObservation): boolean =>
  errorClass === 'other' && status !== null && REQUEST_STATUSES.has(status)
