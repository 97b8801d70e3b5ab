import type { ClientCall } from '../../evidence/kinds/client-call.ts'
import { isAboutCalls, type ErrorObservation } from '../../evidence/kinds/error-observation.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import type { Origin } from '../../evidence/origin.ts'
import { SECOND } from '../../time/duration.ts'
import { spanLength, type Span } from '../../time/span.ts'
import type { Zone } from '../../time/zone.ts'
import { spanInFrame, type Frame } from '../clocks/placed-records.ts'

/** A request as a client's log tells it, by the clock of its machine; null where the log leaves that edge out. */
export interface LogEvent {
  readonly id: string
  readonly start: number | null
  readonly end: number | null
  readonly failed: boolean
  /** The text of its refusal, where it is one. */
  readonly error: ErrorObservation | null
}

/** All that was read out of one file, in the order of its own clock: one machine wrote it. */
export interface Log {
  readonly name: string
  readonly events: readonly LogEvent[]
  /** The earliest and latest edge of a call in it. */
  readonly from: number
  readonly to: number
}

/** The log that a piece of evidence is of: the capture it was read in. Merged evidence is of the first of them. */
export const logOf = ({ origins }: { readonly origins: readonly Origin[] }): string =>
  origins[0]?.capture ?? ''

/** What is not told to the second (somebody wrote down the minute) is of no clock. */
export const isByClock = (when: Span): boolean => spanLength(when) <= SECOND

/** The logs in a frame: what is timed by clocks. */
export function logsIn(
  { errors, calls }: Pick<Evidence, 'errors' | 'calls'>,
  clock: Frame['clock'],
  zone: Zone,
): readonly Log[] {
  const at = ({ when }: ErrorObservation | ClientCall): number | null => {
    const range = spanInFrame(when, clock, zone)
    return range && isByClock(range) ? range.from : null
  }
  const byLog = new Map<string, LogEvent[]>()
  const add = (log: string, event: LogEvent) => {
    if (timeOf(event) === null) return
    const known = byLog.get(log)
    if (known) known.push(event)
    else byLog.set(log, [event])
  }
  for (const error of errors) if (isAboutCalls(error)) add(logOf(error), errorEvent(error, at(error)))
  for (const call of calls) add(logOf(call), callEvent(call, at(call)))
  return [...byLog]
    .map(([name, events]) => logNamed(name, events.toSorted(byTime)))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function logNamed(name: string, events: readonly LogEvent[]): Log {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { start, end } of events) {
    from = Math.min(from, start ?? from, end ?? from)
    to = Math.max(to, start ?? to, end ?? to)
  }
  return { name, events, from, to }
}

/** A refusal is logged when it comes, and comes at once. */
const errorEvent = (error: ErrorObservation, at: number | null): LogEvent => ({
  id: error.id,
  start: at,
  end: at,
  failed: true,
  error,
})

function callEvent({ id, timeIs, durationMs, outcome }: ClientCall, at: number | null): LogEvent {
  const other = at === null || durationMs === null ? null : at + (timeIs === 'end' ? -durationMs : durationMs)
  const [start, end] = timeIs === 'end' ? [other, at] : [at, other]
  const told = outcome !== 'unknown'
  return {
    id,
    start: told ? start : null,
    end: told ? end : null,
    failed: outcome === 'failure',
    error: null,
  }
}

/** When it was, by the edge that is told. */
export const timeOf = ({ start, end }: LogEvent): number | null => end ?? start

const byTime = (a: LogEvent, b: LogEvent): number =>
  (timeOf(a) ?? 0) - (timeOf(b) ?? 0) || (a.id < b.id ? -1 : 1)
