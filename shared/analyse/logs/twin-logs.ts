import { SECOND } from '../../time/duration.ts'
import { groupBy } from '../../evidence/group-by.ts'
import { timeOf, type Log, type LogEvent } from './log-events.ts'
import type { Rules } from '../rules.ts'

/** Two logs that tell the same requests, by clocks that are apart. */
export interface TwinLogs {
  readonly one: string
  readonly other: string
  /** By how much the clock of `one` is ahead of that of `other`, in milliseconds. */
  readonly ahead: number
  /** The events of `one` that `other` tells as well, by what it calls them. */
  readonly told: ReadonlyMap<string, string>
}

/** What two logs of one client have in common, whatever their clocks show. */
interface Mark {
  readonly log: Log
  readonly at: number
  readonly key: string
}

/**
 * Logs of one client that were written by clocks which are apart (a container and its host, a copy that was put into another
 * zone). Their answers took as long to the millisecond, and their requests come in the same rhythm:
 *
 *     one     ✗  ✗    ok     ✗
 *     other        ✗  ✗    ok     ✗
 *
 * Requests like clockwork have the same rhythm anywhere, so most of the shorter log has to fit at one offset, and at no other.
 */
export function twinLogs(logs: readonly Log[], rules: Rules): readonly TwinLogs[] {
  if (logs.length < 2) return []
  const byLength = twinsBy(lengthsOf, logs, rules)
  const known = new Set(byLength.map(pairOf))
  return [...byLength, ...twinsBy(rhythmsOf, logs, rules).filter((twins) => !known.has(pairOf(twins)))]
}

const pairOf = ({ one, other }: Pick<TwinLogs, 'one' | 'other'>): string => `${one} ${other}`

function twinsBy(
  marksOf: (log: Log) => readonly Mark[],
  logs: readonly Log[],
  rules: Rules,
): readonly TwinLogs[] {
  const marks = logs.map(marksOf)
  const count = new Map(logs.map(({ name }, index) => [name, marks[index]?.length ?? 0]))
  const pairs = new Map<string, [Mark, Mark][]>()
  for (const alike of groupBy(marks.flat(), ({ key }) => key).values()) {
    if (alike.length > MAX_ALIKE) continue
    for (const [index, a] of alike.entries())
      for (const b of alike.slice(index + 1)) {
        if (a.log === b.log || Math.abs(a.at - b.at) > rules.logClock.reach) continue
        const key = pairOf({ one: a.log.name, other: b.log.name })
        const shared = pairs.get(key)
        if (shared) shared.push([a, b])
        else pairs.set(key, [[a, b]])
      }
  }
  return [...pairs.values()].flatMap((of) => twinsOf(of, count, rules) ?? [])
}

/** More of one kind tell nothing. */
const MAX_ALIKE = 20

/** Each answer, by how long it took. */
const lengthsOf = (log: Log): readonly Mark[] =>
  log.events.flatMap((event) => {
    const length = event.failed ? null : lengthOf(event)
    return length === null || event.end === null ? [] : [{ log, at: event.end, key: `${length}` }]
  })

/** Each three events in a row, by what lies between them. */
function rhythmsOf(log: Log): readonly Mark[] {
  return log.events.slice(2).flatMap((third, index) => {
    const [first, second] = [log.events[index], log.events[index + 1]]
    const at = first && timeOf(first)
    return first && second && at !== null && at !== undefined
      ? [{ log, at, key: keyOf([first, second, third]) }]
      : []
  })
}

/** Lengths to two seconds: two logs write down one moment within a part of one. */
const keyOf = (events: readonly LogEvent[]): string =>
  events
    .map((event, index) => {
      const before = events[index - 1]
      const since = before ? (timeOf(event) ?? 0) - (timeOf(before) ?? 0) : 0
      return `${Math.round(since / (2 * SECOND))}${event.failed ? '✗' : 'ok'}`
    })
    .join(' ')

function twinsOf(
  all: readonly (readonly [Mark, Mark])[],
  count: ReadonlyMap<string, number>,
  { logClock }: Rules,
): TwinLogs | null {
  const [first] = all
  if (!first) return null
  const bins = [...groupBy(all, ([a, b]) => Math.round((a.at - b.at) / logClock.spread)).values()]
  const [best, next] = bins.toSorted((a, b) => b.length - a.length)
  const [one, other] = [first[0].log, first[1].log]
  const shorter = Math.min(count.get(one.name) ?? 0, count.get(other.name) ?? 0)
  const least = Math.max(logClock.pairs, shorter * logClock.rival)
  if (!best || best.length < least || (next?.length ?? 0) > best.length * logClock.rival) return null
  const aheads = best.map(([a, b]) => a.at - b.at).toSorted((a, b) => a - b)
  const ahead = aheads[Math.floor(aheads.length / 2)] ?? 0
  const told = sharedBy(one, other, ahead, logClock.spread)
  // agents that were refused together try again together: by clocks that agree, only their answers tell their logs apart
  const isNear = Math.abs(ahead) <= logClock.tolerated
  if (isNear && !answeredAlike(one, other, told, logClock.rival)) return null
  return { one: one.name, other: other.name, ahead, told }
}

/** The events of one log that lie where the other has one of the same outcome: of several, the one that took as long. */
function sharedBy(one: Log, other: Log, ahead: number, spread: number): ReadonlyMap<string, string> {
  const places = new Map<string, LogEvent[]>()
  const placeOf = (at: number, failed: boolean) => `${Math.floor(at / spread)} ${failed}`
  for (const event of other.events) {
    const key = placeOf(timeOf(event) ?? 0, event.failed)
    places.set(key, [...(places.get(key) ?? []), event])
  }
  const told = new Map<string, string>()
  const taken = new Set<string>()
  for (const event of one.events) {
    const at = (timeOf(event) ?? 0) - ahead
    const near = [at - spread, at, at + spread]
      .flatMap((moment) => places.get(placeOf(moment, event.failed)) ?? [])
      .filter((each) => !taken.has(each.id) && Math.abs((timeOf(each) ?? 0) - at) <= spread)
    const apart = (each: LogEvent) =>
      longerBy(event, each) + Math.abs((timeOf(each) ?? 0) - at) / (2 * spread)
    let twin: LogEvent | null = null
    for (const each of near) if (!twin || apart(each) < apart(twin)) twin = each
    if (!twin) continue
    told.set(event.id, twin.id)
    taken.add(twin.id)
  }
  return told
}

/** Whether most of the answers that the shorter log tells took as long in the other. */
function answeredAlike(one: Log, other: Log, told: ReadonlyMap<string, string>, share: number): boolean {
  const [ofOne, ofOther] = [answersIn(one), new Map(answersIn(other).map((event) => [event.id, event]))]
  const alike = ofOne.filter((event) => {
    const twin = ofOther.get(told.get(event.id) ?? '')
    return twin && longerBy(event, twin) < SAME_LENGTH
  })
  return alike.length > 0 && alike.length >= Math.min(ofOne.length, ofOther.size) * share
}

const answersIn = ({ events }: Log): readonly LogEvent[] =>
  events.filter((event) => !event.failed && lengthOf(event) !== null)

/** Two measures of one call differ by no more than this (without-repeats.ts). */
const SAME_LENGTH = 2 * SECOND

const lengthOf = ({ start, end }: LogEvent): number | null =>
  start === null || end === null ? null : end - start

/** By how much one of them took longer; of a refusal, or where it is not told, by nothing that could be compared. */
const longerBy = (a: LogEvent, b: LogEvent): number => {
  const [ofA, ofB] = [lengthOf(a), lengthOf(b)]
  return ofA === null || ofB === null ? SAME_LENGTH : Math.abs(ofA - ofB)
}
