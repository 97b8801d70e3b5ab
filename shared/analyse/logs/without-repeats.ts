import type { CaptureSource } from '../../evidence/kinds/capture.ts'
import type { ClientCall } from '../../evidence/kinds/client-call.ts'
import type { ErrorObservation } from '../../evidence/kinds/error-observation.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import type { Origin } from '../../evidence/origin.ts'
import { SECOND } from '../../time/duration.ts'
import { firstIndex } from '../first-index.ts'
import { joinCut } from '../blocks/join-cut.ts'

/** The requests and refusals in clients' logs, each of them once. */
export type LogsWithoutRepeats = Pick<Evidence, 'calls' | 'errors'>

/** Two logs of one client write down one moment this near to each other; on a busy machine it was 0.14 s (our runs of 2.1.0). */
const SAME_MOMENT = SECOND
/** Two measures of one call, by the client and by the times of its records, differ by no more than this. */
const SAME_LENGTH = 2 * SECOND
/** So many of one moment are looked at. */
const MAX_BESIDE = 100

/**
 * kimi-code writes a request to the session's log, which names no agent, and again to the agent's own wire.jsonl; a refusal
 * likewise. And a request in flight while its log is rotated begins in one file and ends in the next. Each pair becomes one
 * item with the origins of both, whose fields complete each other.
 *
 *     kimi-code.log.1   request ─┐               kimi-code.log   request ──▶ failed 429
 *     kimi-code.log              └─▶ answer      wire.jsonl      request ──▶ retrying 429
 */
export function withoutRepeats(
  evidence: Pick<Evidence, 'calls' | 'errors' | 'captures'>,
): LogsWithoutRepeats {
  const { calls } = evidence
  const { logs, wires } = sourcesOf(evidence)
  const errors = errorsWithoutRepeats(evidence)
  if (logs.size === 0) return { calls, errors }
  const whole = joinCut(calls, (call) => isIn(call, logs))
  return { calls: joinTwins(whole, logs, wires, isSameCall, joinCalls), errors }
}

/** The refusals alone: a history has a hundred calls for each. */
export function errorsWithoutRepeats(
  evidence: Pick<Evidence, 'errors' | 'captures'>,
): readonly ErrorObservation[] {
  const { logs, wires } = sourcesOf(evidence)
  return joinTwins(evidence.errors, logs, wires, isSameError, joinErrors)
}

function sourcesOf({
  captures,
}: Pick<Evidence, 'captures'>): Readonly<Record<'logs' | 'wires', Set<string>>> {
  const of = (wanted: CaptureSource) =>
    new Set(captures.flatMap(({ id, source }) => (source === wanted ? [id] : [])))
  return { logs: of('kimi_code_log'), wires: of('wire_log') }
}

interface Told {
  readonly id: string
  readonly when: ErrorObservation['when']
  readonly origins: readonly Origin[]
}

/** The moment of a telling; NaN where it has none. */
const momentOf = ({ when }: Told): number => (when.kind === 'span' ? when.span.from : Number.NaN)

const isIn = ({ origins }: Told, captures: ReadonlySet<string>): boolean =>
  origins.some(({ capture }) => captures.has(capture))

/** Pairs what logs tell with what wires tell, one to one and the nearest first that is the same. */
function joinTwins<T extends Told>(
  all: readonly T[],
  logs: ReadonlySet<string>,
  wires: ReadonlySet<string>,
  isSame: (log: T, wire: T) => boolean,
  join: (log: T, wire: T) => T,
): readonly T[] {
  if (logs.size === 0 || wires.size === 0) return all
  const ofLogs = all.filter((each) => isIn(each, logs) && !isIn(each, wires)).toSorted(byBegin)
  const ofWires = all.filter((each) => isIn(each, wires) && !isIn(each, logs)).toSorted(byBegin)
  if (ofLogs.length === 0 || ofWires.length === 0) return all
  const begins = ofWires.map(beginOf)
  const taken = new Set<T>()
  const joined = new Map<T, T>()
  for (const log of ofLogs) {
    const at = beginOf(log)
    let best: T | null = null
    const first = firstIndex(begins, (begin) => begin >= at - SAME_MOMENT)
    for (let index = first, seen = 0; index < ofWires.length && seen < MAX_BESIDE; index += 1) {
      const wire = ofWires[index]
      if (!wire || beginOf(wire) > at + SAME_MOMENT) break
      if (taken.has(wire)) continue
      seen += 1
      if (!isSame(log, wire)) continue
      if (best === null || Math.abs(beginOf(wire) - at) < Math.abs(beginOf(best) - at)) best = wire
    }
    if (best === null) continue
    taken.add(best)
    joined.set(log, join(log, best))
  }
  return all.filter((each) => !taken.has(each)).map((each) => joined.get(each) ?? each)
}

/** When a telling begins: of a call of which only the end and the length are told, that much before its end. */
function beginOf(told: Told & Partial<Pick<ClientCall, 'timeIs' | 'durationMs'>>): number {
  const at = momentOf(told)
  return told.timeIs === 'end' ? at - (told.durationMs ?? 0) : at
}

const byBegin = (a: Told, b: Told): number => beginOf(a) - beginOf(b) || (a.id < b.id ? -1 : 1)

function isSameCall(log: ClientCall, wire: ClientCall): boolean {
  if (log.client !== wire.client || log.timeIs !== wire.timeIs) return false
  if (log.durationMs !== null && wire.durationMs !== null)
    if (Math.abs(log.durationMs - wire.durationMs) > SAME_LENGTH) return false
  return log.outcome === wire.outcome || log.outcome === 'unknown' || wire.outcome === 'unknown'
}

/** The wire says whose call it was, and its log keeps the clock by which all of the session is timed. */
const joinCalls = (log: ClientCall, wire: ClientCall): ClientCall => ({
  ...wire,
  durationMs: wire.durationMs ?? log.durationMs,
  outcome: wire.outcome === 'unknown' ? log.outcome : wire.outcome,
  model: wire.model ?? log.model,
  outputTokens: wire.outputTokens ?? log.outputTokens,
  origins: [...log.origins, ...wire.origins],
})

const isSameError = (log: ErrorObservation, wire: ErrorObservation): boolean =>
  log.status === wire.status && log.errorClass === wire.errorClass && log.message === wire.message

/** The moment of the log, which writes a refusal down as it comes. */
const joinErrors = (log: ErrorObservation, wire: ErrorObservation): ErrorObservation => ({
  ...log,
  attempts: log.attempts ?? wire.attempts,
  origins: [...log.origins, ...wire.origins],
})
