import { groupBy } from '../../evidence/group-by.ts'
import type { Origin } from '../../evidence/origin.ts'
import type { Instant } from '../../time/instant.ts'
import { span, widenSpan, type Span } from '../../time/span.ts'
import type { ClockDoubt } from './clock-doubts.ts'
import { clockOffset, type ClockOffset } from './clock-offset.ts'
import { isByClock, logOf, type Log, type LogEvent } from '../logs/log-events.ts'
import { firstAtOrAfter, type PlacedRecord } from './placed-records.ts'
import type { Rules } from '../rules.ts'
import type { TwinLogs } from '../logs/twin-logs.ts'

/** An event of a log and the row of the same request. */
interface LogPair {
  readonly event: string
  readonly row: string
  /** The second of the row, on the service's clock. */
  readonly at: Instant
}

/** The clock of a log that is off by more than is tolerated. */
export interface OffClock {
  readonly log: string
  readonly offset: ClockOffset
  /** In the order of the log. */
  readonly pairs: readonly LogPair[]
  /** Events of it that another log tells by a better clock, or by none that is worse. */
  readonly repeated?: ReadonlySet<string>
  /** Only shown by its requests together with those of the files that it continues. */
  readonly joint?: true
  /** Only what it tells of that stretch is in doubt. */
  readonly during?: Span
}

/** What is known of the clocks of logs. Of a log in neither list nothing is known, and its times are taken as stated. */
export interface LogClocks {
  readonly off: readonly OffClock[]
  /** Logs whose clock agrees with the history's, as far as is tolerated. */
  readonly right: readonly string[]
  /** What one of two logs tells again, by the event of the other: one request. */
  readonly copies: ReadonlyMap<string, string>
}

/** Logs, those of them that tell the same requests (twin-logs.ts), and when the clocks of their machines may be off. */
export interface LogsTold {
  readonly logs: readonly Log[]
  readonly twins: readonly TwinLogs[]
  readonly doubts: readonly ClockDoubt[]
}

const NO_CLOCKS: LogClocks = { off: [], right: [], copies: new Map() }

/**
 * What is known of the clocks of logs. With `before`, of which the rows within `changed` are others now, only logs that reach
 * there are held against the rows again; where that says nothing new of any clock, it is the very same.
 */
export function logClocks(
  told: LogsTold,
  rows: readonly PlacedRecord[],
  rules: Rules,
  before: {
    readonly known: LogClocks
    readonly changed: Span | null
    readonly doubts: LogsTold['doubts']
  } | null = null,
): LogClocks {
  const { logs, doubts } = told
  const { reach } = rules.logClock
  const isTouched = ({ from, to }: Log) =>
    before === null ||
    (before.changed !== null && from - reach <= before.changed.to && to + reach >= before.changed.from)
  if (before && doubts === before.doubts && !logs.some(isTouched)) return before.known
  const each = together(
    logs.map((log) =>
      before && !isTouched(log) ? ofLog(log.name, before.known) : clockOf(log, rows, rules),
    ),
  )
  const clocks = withDays(withTwins(withDoubt(withJoint(each, logs, rows, rules), logs), told, rules), told)
  return before && JSON.stringify(clocks) === JSON.stringify(before.known) ? before.known : clocks
}

/**
 * Where one log is off, another of which nothing is known may be of the same machine: a rotated file, or another session.
 * Then its times are as uncertain as the offset that was found, and no row is taken for any of its requests.
 */
function withDoubt({ off, right, copies }: LogClocks, logs: readonly Log[]): LogClocks {
  const found = off.filter(isFound)
  if (found.length === 0) return { off: found, right, copies }
  const known = new Set([...found.map(({ log }) => log), ...right])
  const offset = found.reduce(
    (wide, each) => ({
      ...wide,
      from: Math.min(wide.from, each.offset.from),
      to: Math.max(wide.to, each.offset.to),
    }),
    { from: 0, to: 0, edge: 'start', pairs: 0 } as ClockOffset,
  )
  const doubted = logs.filter(({ name }) => !known.has(name))
  const uncertain = doubted.map(({ name }) => ({ log: name, offset, pairs: [] }))
  return { off: [...found, ...uncertain], right, copies }
}

/**
 * A log of which nothing is known may be of the machine whose clock dated captures and readings of those days wrongly. Then what
 * it tells of them is as uncertain as they are.
 */
function withDays(clocks: LogClocks, { logs, doubts }: LogsTold): LogClocks {
  if (doubts.length === 0) return clocks
  const known = new Map(clocks.off.map((clock) => [clock.log, clock]))
  const doubted = logs
    .filter(({ name }) => !clocks.right.includes(name))
    .flatMap(({ name, from, to }): readonly OffClock[] => {
      const clock = known.get(name)
      if (clock && isFound(clock)) return []
      const days = doubts.filter(({ during }) => during.from <= to && from < during.to)
      if (!clock) return days.map(({ during, by }) => ({ log: name, offset: offBy(by), pairs: [], during }))
      const most = days.reduce((sofar, { by }) => Math.max(sofar, by), mostOff(clock))
      return most === mostOff(clock) ? [] : [{ ...clock, offset: offBy(most) }]
    })
  if (doubted.length === 0) return clocks
  const anew = new Set(doubted.map(({ log }) => log))
  return { ...clocks, off: [...clocks.off.filter(({ log }) => !anew.has(log)), ...doubted] }
}

/** By as much either way, as no request of the log shows. */
const offBy = (most: number): ClockOffset => ({ from: -most, to: most, edge: 'end', pairs: 0 })

/**
 * One machine writes one log after the other: files of which each begins where the one before ends keep one clock. What too few
 * requests of one of them show, those of all may.
 */
function withJoint(
  clocks: LogClocks,
  logs: readonly Log[],
  rows: readonly PlacedRecord[],
  rules: Rules,
): LogClocks {
  const known = new Set([...clocks.right, ...clocks.off.filter(isFound).map(({ log }) => log)])
  if (logs.length < 2 || logs.length > MAX_FILES) return clocks
  const joint = chainsOf(logs).flatMap((chain): readonly OffClock[] => {
    const unknown = chain.filter(({ name }) => !known.has(name))
    const joined = chain.filter(({ name }) => !clocks.right.includes(name))
    if (unknown.length === 0 || joined.length < 2) return []
    const offset = clockOffset(
      joined.flatMap(({ events }) => events),
      rows,
      rules,
    )
    if (!offset || (offset.from <= rules.logClock.tolerated && offset.to >= -rules.logClock.tolerated))
      return []
    return unknown.map(({ name, events }) => ({
      log: name,
      offset,
      pairs: pairsOf(events, rows, offset, rules),
      joint: true,
    }))
  })
  return { ...clocks, off: [...clocks.off, ...joint] }
}

/** A log is rotated into a few files; a session may leave hundreds, side by side. */
const MAX_FILES = 20

/** Logs that follow each other, none of them beginning before the one before has ended. */
export function chainsOf<T extends Pick<Log, 'from' | 'to'>>(logs: readonly T[]): readonly (readonly T[])[] {
  const chains: T[][] = []
  for (const log of logs.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = chains.at(-1)
    if (last && (last.at(-1)?.to ?? Number.POSITIVE_INFINITY) <= log.from) last.push(log)
    else chains.push([log])
  }
  return chains
}

/**
 * Of two logs that tell the same by clocks which are apart, one tells it: the one that agrees with the history, or else the
 * one that tells more. Where nothing is known of either, both may be off by as much.
 */
function withTwins(
  clocks: LogClocks,
  { logs, twins }: Pick<LogsTold, 'logs' | 'twins'>,
  rules: Rules,
): LogClocks {
  const eventsOf = (name: string) => logs.find((log) => log.name === name)?.events ?? []
  const rank = (name: string) =>
    clocks.right.includes(name) ? Number.POSITIVE_INFINITY : eventsOf(name).length
  const copies = new Map<string, string>()
  const off = new Map(clocks.off.map((clock) => [clock.log, clock]))
  for (const { one, other, ahead, told } of twins) {
    const copy = rank(one) > rank(other) || (rank(one) === rank(other) && one < other) ? other : one
    for (const [ofOne, ofOther] of told)
      if (copy === one) copies.set(ofOne, ofOther)
      else copies.set(ofOther, ofOne)
    if (Math.abs(ahead) <= rules.logClock.tolerated) continue
    // no rule is stricter than this: the one that tells more is taken as stated
    const isNear = Math.abs(ahead) <= rules.resetTolerance && !off.has(one) && !off.has(other)
    const doubted = isNear ? [copy] : [one, other]
    for (const log of doubted.filter((name) => !clocks.right.includes(name))) {
      const known = off.get(log)
      const offset = known?.offset ?? offBy(Math.abs(ahead))
      const repeated =
        log === copy
          ? new Set([...(known?.repeated ?? []), ...(copy === one ? told.keys() : told.values())])
          : known?.repeated
      off.set(log, { log, offset, pairs: known?.pairs ?? [], ...(repeated && { repeated }) })
    }
  }
  return { ...clocks, off: [...off.values()], copies }
}

/** Whether requests of the log itself show the offset. */
export const isFound = ({ offset }: OffClock): boolean => offset.pairs > 0

function clockOf(log: Log, rows: readonly PlacedRecord[], rules: Rules): LogClocks {
  const offset = clockOffset(log.events, rows, rules)
  const { tolerated } = rules.logClock
  if (!offset) return NO_CLOCKS
  if (offset.from <= tolerated && offset.to >= -tolerated) return { ...NO_CLOCKS, right: [log.name] }
  return { ...NO_CLOCKS, off: [{ log: log.name, offset, pairs: pairsOf(log.events, rows, offset, rules) }] }
}

const together = (clocks: readonly LogClocks[]): LogClocks => ({
  ...NO_CLOCKS,
  off: clocks.flatMap(({ off }) => off),
  right: clocks.flatMap(({ right }) => right),
})

const ofLog = (name: string, { off, right }: LogClocks): LogClocks => ({
  ...NO_CLOCKS,
  off: off.filter(({ log, joint }) => log === name && !joint),
  right: right.filter((log) => log === name),
})

/** One event and one row each, in the order of time: what one of them tells of, the other does. */
function pairsOf(
  events: readonly LogEvent[],
  rows: readonly PlacedRecord[],
  { edge, from, to }: ClockOffset,
  { clockSlack }: Rules,
): readonly LogPair[] {
  const taken = new Set<PlacedRecord>()
  return events.flatMap((event): LogPair[] => {
    const at = event[edge]
    if (at === null) return []
    const range = widenSpan(span(at - to, at - from), clockSlack)
    for (let index = firstAtOrAfter(rows, range.from); index < rows.length; index++) {
      const row = rows[index]
      if (!row || row.at >= range.to) break
      if (taken.has(row) || !isSameRequest(event, row)) continue
      taken.add(row)
      return [{ event: event.id, row: row.record.id, at: row.at }]
    }
    return []
  })
}

function isSameRequest({ failed, error }: LogEvent, { record: { outcome, status } }: PlacedRecord): boolean {
  if (outcome !== (failed ? 'failure' : 'success')) return false
  return !error || error.status === null || status === null || error.status === status
}

/** Finds the clock by which evidence of a log is timed that it tells of `when`, where that clock is off; null for all other evidence. */
export function offClocks({
  off,
}: LogClocks): (evidence: { readonly origins: readonly Origin[] }, when: Span | null) => OffClock | null {
  const byLog = groupBy(off, ({ log }) => log)
  return (evidence, when) =>
    byLog.get(logOf(evidence))?.find(({ during }) => !during || (when && isWithin(during, when))) ?? null
}

/** By the moment that the log tells it at, as for blocks by that clock (adrift-blocks.ts), so that a refusal is of one of both. */
const isWithin = ({ from, to }: Span, when: Span): boolean =>
  isByClock(when) && when.from >= from && when.from < to

/** How far off the times of the log may be, either way. */
export const mostOff = ({ offset: { from, to } }: OffClock): number => Math.max(Math.abs(from), Math.abs(to))
