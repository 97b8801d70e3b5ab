import type { ClientCall } from '../../evidence/kinds/client-call.ts'
import { groupBy } from '../../evidence/group-by.ts'
import type { Origin } from '../../evidence/origin.ts'
import { MINUTE, SECOND } from '../../time/duration.ts'
import type { Span } from '../../time/span.ts'
import type { Zone } from '../../time/zone.ts'
import { firstIndex } from '../first-index.ts'
import { offClocks, type LogClocks } from '../clocks/log-clocks.ts'
import { spanInFrame, type Frame } from '../clocks/placed-records.ts'
import { rangeHighest, type RangeHighest } from './range-highest.ts'
import type { Rules } from '../rules.ts'

interface Stretch {
  readonly from: number
  readonly to: number
}

/** A request that the service took, as a client's log tells it. Times are in a frame. */
export interface LoggedCall {
  readonly id: string
  /** The logs that tell it, by whose one clock a refusal in them is timed as well; none where that clock is off. */
  readonly logs: readonly string[]
  /** The log that tells it by a clock that is off, and when by that clock it was in flight; null for all others. */
  readonly byOffClock: { readonly log: string; readonly during: Stretch } | null
  /** The edges that are told. */
  readonly start: number | null
  readonly end: number | null
  /** When it was in flight for certain; null where only one edge is told. */
  readonly surely: Stretch | null
  /** When it may have been. */
  readonly maybe: Stretch
  /**
   * Where logs tell one request by clocks that are apart (twin-logs.ts): the telling that stands for all of them, and the logs
   * of the others. Else itself, and none.
   */
  readonly of: string
  readonly alsoIn: readonly string[]
}

/** Whether a telling stands for all of its request. */
export const isForAll = ({ id, of }: LoggedCall): boolean => id === of

/** All of them, by the earliest that they may have begun. */
export interface LoggedCalls {
  readonly calls: readonly LoggedCall[]
  /**
   * For each of them how many requests of its log, itself included, were in flight as it began and were answered, by what is
   * certain; 0 where its own edges are not told.
   */
  readonly atOnce: RangeHighest
  /** The longest that is told whole; 0 where none is. Milliseconds. */
  readonly longest: number
  /** How long before a moment a call may have begun that was in flight at it. */
  readonly reach: number
}

export const NO_LOGGED_CALLS: LoggedCalls = {
  calls: [],
  atOnce: rangeHighest([]),
  longest: 0,
  reach: 0,
}

/**
 * The requests that clients' logs show to have been taken. What is told once by a session's log, which names no agent, and
 * once by the agent's own is one request. Where a log writes begin and end on lines that nobody can join, each end takes
 * its beginning; what then is left over has begun and never ended, and may have been in flight for the longest a call takes.
 */
export function loggedCalls(
  calls: readonly ClientCall[],
  clock: Frame['clock'],
  zone: Zone,
  clocks: LogClocks,
  rules: Rules,
): LoggedCalls {
  const placed = calls.flatMap((call): readonly Placed[] => {
    const range = spanInFrame(call.when, clock, zone)
    return range ? [{ call, at: range.from, range }] : []
  })
  const taken = placed.filter(({ call }) => call.outcome === 'success')
  const logs = new Map<string, readonly string[]>()
  const offClockOf = offClocks(clocks)
  const told = [...taken, ...neverEnded(placed)].map((each) => loggedCall(each, offClockOf, logs, rules))
  const once = withoutCopies(told, taken, rules)
  const sorted = withTwins(once, clocks).toSorted(
    (a, b) => a.maybe.from - b.maybe.from || (a.id < b.id ? -1 : 1),
  )
  let [longest, reach] = [0, 0]
  for (const { surely, maybe } of sorted) {
    if (surely) longest = Math.max(longest, surely.to - surely.from)
    reach = Math.max(reach, maybe.to - maybe.from)
  }
  return { calls: sorted, atOnce: rangeHighest(atOnceIn(sorted, rules)), longest, reach }
}

interface Placed {
  readonly call: ClientCall
  readonly at: number
  readonly range: Span
}

const hasAgent = ({ call }: Placed): boolean => call.agent !== null

function edgesOf({ call: { timeIs, durationMs }, at }: Placed): Pick<LoggedCall, 'start' | 'end'> {
  const other = durationMs === null ? null : at + (timeIs === 'end' ? -durationMs : durationMs)
  return timeIs === 'end' ? { start: other, end: at } : { start: at, end: other }
}

/** `lists` holds the lists of one log, of which a history has a million. */
function loggedCall(
  placed: Placed,
  offClockOf: ReturnType<typeof offClocks>,
  lists: Map<string, readonly string[]>,
  { longestCall }: Rules,
): LoggedCall {
  const { id, origins } = placed.call
  const off = offClockOf(placed.call, placed.range)
  const { from, to } = off?.offset ?? { from: 0, to: 0 }
  const edges = edgesOf(placed)
  const start = edges.start ?? (edges.end ?? 0) - longestCall
  const end = edges.end ?? start + longestCall
  const whole = edges.start !== null && edges.end !== null
  const middle = (from + to) / 2
  const maybe = { from: start - to, to: end - from }
  return {
    id,
    logs: off ? NO_LOGS : logsOf(origins, lists),
    byOffClock: off && whole ? { log: off.log, during: { from: start, to: end } } : null,
    start: edges.start === null ? null : edges.start - middle,
    end: edges.end === null ? null : edges.end - middle,
    surely: !whole ? null : from === to ? maybe : { from: start - from, to: end - to },
    maybe,
    of: id,
    alsoIn: NO_LOGS,
  }
}

const NO_LOGS: readonly string[] = []

function logsOf(origins: readonly Origin[], lists: Map<string, readonly string[]>): readonly string[] {
  const [only, ...others] = origins
  if (!only || others.length > 0) return origins.map(({ capture }) => capture)
  const known = lists.get(only.capture) ?? [only.capture]
  lists.set(only.capture, known)
  return known
}

/** Each telling of a request that several logs tell, with the others. A log may be a copy of one that is a copy. */
function withTwins(told: readonly LoggedCall[], { copies }: LogClocks): readonly LoggedCall[] {
  if (copies.size === 0) return told
  const originalOf = (id: string): string => {
    const original = copies.get(id)
    return original === undefined ? id : originalOf(original)
  }
  return [...groupBy(told, ({ id }) => originalOf(id))].flatMap(([original, same]) => {
    const first = same.find(({ id }) => id === original) ?? same[0]
    if (!first || same.length === 1) return same
    return same.map((call) => ({
      ...call,
      of: first.id,
      alsoIn: same.flatMap(({ logs }) => logs).filter((log) => !call.logs.includes(log)),
    }))
  })
}

/** A client logs an answer when it has read it, up to `clockSlack` after it came. */
function atOnceIn(calls: readonly LoggedCall[], { clockSlack }: Rules): readonly number[] {
  const atOnce = calls.map(() => 0)
  const certain = calls.flatMap(({ surely, logs: [log] }, index) =>
    surely && log !== undefined && surely.to - clockSlack > surely.from ? [{ index, log, surely }] : [],
  )
  for (const ofLog of groupBy(certain, ({ log }) => log).values()) {
    const ends = Float64Array.from(ofLog, ({ surely }) => surely.to - clockSlack).toSorted()
    const begins = ofLog.toSorted((a, b) => a.surely.from - b.surely.from)
    let ended = 0
    for (const [begun, { index, surely }] of begins.entries()) {
      while ((ends[ended] ?? Number.POSITIVE_INFINITY) <= surely.from) ended += 1
      atOnce[index] = begun + 1 - ended
    }
  }
  return atOnce
}

/** A line that says that a request begins, and the line of its answer, give its beginning to within this much. */
const SAME_START = SECOND

/** Requests that have begun, and of which the log tells no end. */
function neverEnded(placed: readonly Placed[]): readonly Placed[] {
  const byLog = groupBy(placed, ({ call }) => call.origins[0]?.capture ?? '')
  return [...byLog.values()].flatMap((log) => {
    const begun = log
      .filter(({ call }) => call.outcome === 'unknown' && call.timeIs === 'start' && call.durationMs === null)
      .toSorted((a, b) => a.at - b.at)
    if (begun.length === 0) return []
    const taken = new Set<Placed>()
    const take = (from: number, to: number) => {
      for (let index = firstIndex(begun, ({ at }) => at > to) - 1; index >= 0; index -= 1) {
        const each = begun[index]
        if (!each || each.at < from) return
        if (taken.has(each)) continue
        taken.add(each)
        return
      }
    }
    for (const each of log) {
      const { start } = edgesOf(each)
      if (each.call.outcome === 'success' && each.call.timeIs === 'end' && start !== null)
        take(start - SAME_START, start + SAME_START)
    }
    const failed = log.filter(({ call }) => call.outcome === 'failure' && call.timeIs === 'end')
    for (const { at } of failed.toSorted((a, b) => a.at - b.at)) take(at - LONGEST_REFUSED, at)
    return begun.filter((each) => !taken.has(each))
  })
}

/** A request that is refused, or breaks off, has its end within this much of its beginning as a rule. */
const LONGEST_REFUSED = 5 * MINUTE

/** Without what a session's log tells of a request that an agent's own log tells, too. */
function withoutCopies(
  told: readonly LoggedCall[],
  taken: readonly Placed[],
  { clockSlack }: Rules,
): readonly LoggedCall[] {
  if (!taken.some(hasAgent) || (taken.every(hasAgent) && taken.length === told.length)) return told
  const ofAgents = new Set(taken.filter(hasAgent).map(({ call }) => call.id))
  const own = told.filter(({ id, surely }) => ofAgents.has(id) && surely !== null).toSorted(byStart)
  if (own.length === 0 || own.length === told.length) return told
  const copied = new Map<LoggedCall, LoggedCall>()
  const copies = new Set<LoggedCall>()
  for (const call of told
    .filter(({ id, surely }) => !ofAgents.has(id) && surely !== null)
    .toSorted(byStart)) {
    const { start, end, logs } = call
    if (start === null || end === null) continue
    const from = firstIndex(own, (each) => (each.start ?? 0) >= start - clockSlack)
    for (let index = from; index < own.length; index += 1) {
      const each = own[index]
      if (!each || (each.start ?? 0) > start + clockSlack) break
      const isSame = Math.abs((each.end ?? 0) - end) <= clockSlack
      if (!isSame || copied.has(each) || each.logs.some((log) => logs.includes(log))) continue
      copied.set(each, { ...each, logs: [...each.logs, ...logs] })
      copies.add(call)
      break
    }
  }
  return told.filter((call) => !copies.has(call)).map((call) => copied.get(call) ?? call)
}

const byStart = (a: LoggedCall, b: LoggedCall): number => (a.start ?? 0) - (b.start ?? 0)
