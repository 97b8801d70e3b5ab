import type { ErrorObservation } from '../evidence/error-observation.ts'
import type { ClientCall } from '../evidence/client-call.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { UsageRecord } from '../evidence/usage-record.ts'
import type { Span } from '../time/span.ts'
import { span } from '../time/span.ts'
import type { Zone } from '../time/zone.ts'
import { spanInFrame, type Frame } from './placed-records.ts'

/** A dated answer of the service, good or bad, from whatever source, in the order of time. */
export interface Answer {
  readonly span: Span
  readonly ok: boolean
  /** What it was read from: an error text, a history row, or a client's log. */
  readonly source:
    | { readonly kind: 'error'; readonly error: ErrorObservation }
    | { readonly kind: 'row'; readonly row: UsageRecord }
    | { readonly kind: 'call'; readonly call: ClientCall }
  readonly ref: string
}

/** Statuses that say something about the request, not about a limit or the service (KIMI.md 4.1: 400, 404, 499). */
const NOT_A_REFUSAL: ReadonlySet<number> = new Set([400, 404, 413, 422, 499])

/** All dated answers in a frame, sorted by time. Rows and texts whose outcome is unknown are no answer either way. */
export function answersIn(frame: Frame, evidence: Evidence, zone: Zone): readonly Answer[] {
  const answers: Answer[] = []
  for (const { at, record } of frame.records) {
    const ok = outcomeOf(record.outcome, record.status)
    if (ok !== null)
      answers.push({ span: span(at, at + 1000), ok, source: { kind: 'row', row: record }, ref: record.id })
  }
  for (const error of evidence.errors) {
    const when = spanInFrame(error.when, frame.clock, zone)
    if (when && !isRequestFault(error))
      answers.push({ span: when, ok: false, source: { kind: 'error', error }, ref: error.id })
  }
  for (const call of evidence.calls) {
    const when = spanInFrame(call.when, frame.clock, zone)
    if (when && call.outcome === 'success')
      answers.push({ span: when, ok: true, source: { kind: 'call', call }, ref: call.id })
  }
  return answers.toSorted((a, b) => a.span.from - b.span.from || (a.ref < b.ref ? -1 : 1))
}

function outcomeOf(outcome: UsageRecord['outcome'], status: number | null): boolean | null {
  if (outcome === 'success') return true
  if (outcome === 'unknown' || (status !== null && NOT_A_REFUSAL.has(status))) return null
  return false
}

const isRequestFault = (error: ErrorObservation): boolean =>
  error.errorClass === 'other' && error.status !== null && NOT_A_REFUSAL.has(error.status)
