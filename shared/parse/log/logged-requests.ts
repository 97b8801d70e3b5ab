import type { Outcome } from '../../evidence/kinds/usage-record.ts'
import { MINUTE } from '../../time/duration.ts'
import type { LogTime } from './log-time.ts'

/** A request that has begun. */
export interface Begun {
  readonly time: LogTime
  readonly line: number
  readonly attempt: number
  /** How many requests of the same step and try began in the same millisecond before it. */
  readonly twin: number
  /** Whose it is cannot be told: its answer must not stand for one of Kimi's. */
  readonly doubtful: boolean
}

/** How a request ended, as its own entry tells it. */
export interface Ended {
  readonly time: LogTime
  readonly line: number
  readonly outcome: Outcome
  readonly durationMs: number | null
  readonly model: string | null
  readonly outputTokens: number | null
}

/** A request with what became of it; at least one of both is there. */
export type Paired = (step: string, begun: Begun | null, ended: Ended | null) => void

/** Ten tries with up to 32 s of waiting between them, and calls that may hang (docs/kimi.md#clients). */
export const REACH = 30 * MINUTE
/** An answer says how long it took: by that, its request began so much later than it is logged, which comes first … */
const BESIDE = 250
/** … but for what is lost by rounding two lengths. */
const ROUNDED = 10

/** No client has so many requests of one step under way: without ends, they are told as they are. */
const MAX_AT_ONCE = 200

interface Step {
  readonly begun: Begun[]
  /** Ends of which nobody can tell yet which of several requests they were. */
  readonly ended: Ended[]
}

/**
 * Pairs requests with their ends. Both name a step, but not their agent, and agents that work side by side count their steps
 * alike:
 *
 *     request 0.1 ─┬──────────────▶ answer 0.1, took 2.2 s          by its length the answer is of the first
 *     request 0.1 ─┼─▶ failed 0.1                                   and so the failure is of the second
 */
export class LoggedRequests {
  private readonly steps = new Map<string, Step>()

  constructor(private readonly tell: Paired) {}

  begin(step: string, request: Omit<Begun, 'twin'>): void {
    const [oldest] = this.at(step).begun
    const isOver = oldest !== undefined && request.time.at - oldest.time.at > REACH
    if (isOver || this.at(step).begun.length >= MAX_AT_ONCE) this.settle(step)
    const known = this.at(step)
    const isTwin = ({ time, attempt }: Begun) => time.key === request.time.key && attempt === request.attempt
    known.begun.push({ ...request, twin: known.begun.filter(isTwin).length })
    this.steps.set(step, known)
  }

  private at(step: string): Step {
    return this.steps.get(step) ?? { begun: [], ended: [] }
  }

  /** The one request of a step that is under way; null where there is none, or more than one. */
  only(step: string): Begun | null {
    const [only = null, ...others] = this.at(step).begun
    return others.length === 0 ? only : null
  }

  /** Forgets the one request of a step: it is told in another way. */
  drop(step: string): void {
    this.steps.delete(step)
  }

  end(step: string, end: Ended): void {
    const { begun, ended } = this.at(step)
    const [first] = begun
    if (!first) return this.tell(step, null, end)
    const at = end.durationMs === null ? null : end.time.at - end.durationMs
    // One that began after an answer did is another's, whose own beginning is in an earlier file.
    const isBefore = ({ time }: Begun) => at === null || time.at <= at + ROUNDED
    if (begun.length === 1 && ended.length === 0)
      return isBefore(first) ? this.pair(step, first, end) : this.tell(step, null, end)
    if (at === null) {
      ended.push(end)
      return ended.length > MAX_AT_ONCE ? this.settle(step) : undefined
    }
    const nearest = begun.findLast(isBefore)
    return nearest && at - nearest.time.at <= BESIDE
      ? this.pair(step, nearest, end)
      : this.tell(step, null, end)
  }

  endAll(): void {
    for (const step of this.steps.keys()) this.settle(step)
  }

  private pair(step: string, one: Begun, end: Ended): void {
    const { begun } = this.at(step)
    begun.splice(begun.indexOf(one), 1)
    this.tell(step, one, end)
    if (begun.length === 0) this.settle(step)
  }

  /** What is left of a step, from its end: each end is of the last request before it that no other is of. */
  private settle(step: string): void {
    const { begun, ended } = this.at(step)
    this.steps.delete(step)
    for (const end of ended.toReversed()) {
      const index = begun.findLastIndex(({ time }) => time.at <= end.time.at)
      const [request = null] = index === -1 ? [] : begun.splice(index, 1)
      this.tell(step, request, end)
    }
    for (const request of begun) this.tell(step, request, null)
  }
}
