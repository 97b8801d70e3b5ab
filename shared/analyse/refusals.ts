import { isAboutCalls, type ErrorObservation } from '../evidence/error-observation.ts'
import type { UsageRecord } from '../evidence/usage-record.ts'
import { later } from '../time/instant.ts'
import { span, type Span } from '../time/span.ts'
import type { Zone } from '../time/zone.ts'
import { firstIndex } from './first-index.ts'
import { spanInFrame, type Frame } from './placed-records.ts'

/** A dated refusal: a failed row, or an error text. */
export interface Refusal {
  readonly span: Span
  /** The text, where it was kept. */
  readonly error: ErrorObservation | null
  readonly status: number | null
  readonly ref: string
}

/** Statuses that say something about the request, not about a limit or the service (KIMI.md 4.1: 400, 404, 499). */
const NOT_A_REFUSAL: ReadonlySet<number> = new Set([400, 404, 413, 422, 499])

/** All dated refusals in a frame, sorted by time. Rows and texts whose outcome is unknown are no refusal. */
export function refusalsIn(
  frame: Frame,
  errors: readonly ErrorObservation[],
  zone: Zone,
): readonly Refusal[] {
  const refusals: Refusal[] = []
  for (const { at, record } of frame.records) {
    if (isRefused(record))
      refusals.push({ span: span(at, later(at, 1000)), error: null, status: record.status, ref: record.id })
  }
  for (const error of errors) {
    const when = spanInFrame(error.when, frame.clock, zone)
    if (when && isAboutCalls(error) && !isRequestFault(error))
      refusals.push({ span: when, error, status: error.status, ref: error.id })
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
  return known.slice(0, start).concat([...kept, ...refusalsIn(news, [], zone)].toSorted(byTime))
}

const byTime = (a: Refusal, b: Refusal): number => a.span.from - b.span.from || (a.ref < b.ref ? -1 : 1)

const isRefused = ({ outcome, status }: UsageRecord): boolean =>
  outcome === 'failure' && (status === null || !NOT_A_REFUSAL.has(status))

const isRequestFault = ({ errorClass, status }: ErrorObservation): boolean =>
  errorClass === 'other' && status !== null && NOT_A_REFUSAL.has(status)
