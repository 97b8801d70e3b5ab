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
  /** The events of each that the other tells as well. */
  readonly told: ReadonlySet<string>
}

/** Three events in a row, by what lies between them: what two logs of one client have in common, whatever their clocks show. */
interface Rhythm {
  readonly log: Log
  readonly at: number
  readonly events: readonly LogEvent[]
}

/**
 * Logs of one client that were written by clocks which are apart (a container and its host, a copy that was put into another
 * zone). Their requests come in the same rhythm:
 *
 *     one     ✗  ✗    ok     ✗
 *     other        ✗  ✗    ok     ✗
 *
 * Requests like clockwork have the same rhythm anywhere, so most of the shorter log has to fit at one offset, and at no other.
 */
export function twinLogs(logs: readonly Log[], rules: Rules): readonly TwinLogs[] {
  if (logs.length < 2) return []
  const rhythms = groupBy(logs.flatMap(rhythmsOf), ({ events }) => keyOf(events))
  const pairs = new Map<string, [Rhythm, Rhythm][]>()
  for (const alike of rhythms.values()) {
    if (alike.length > MAX_ALIKE) continue
    for (const [index, a] of alike.entries())
      for (const b of alike.slice(index + 1)) {
        if (a.log === b.log || Math.abs(a.at - b.at) > rules.logClock.reach) continue
        const key = `${a.log.name} ${b.log.name}`
        const shared = pairs.get(key)
        if (shared) shared.push([a, b])
        else pairs.set(key, [[a, b]])
      }
  }
  return [...pairs.values()].flatMap((of) => twinsOf(of, rules) ?? [])
}

/** More of one kind tell nothing. */
const MAX_ALIKE = 20

function rhythmsOf(log: Log): readonly Rhythm[] {
  return log.events.slice(2).flatMap((third, index) => {
    const [first, second] = [log.events[index], log.events[index + 1]]
    const at = first && timeOf(first)
    return first && second && at !== null && at !== undefined
      ? [{ log, at, events: [first, second, third] }]
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

function twinsOf(all: readonly (readonly [Rhythm, Rhythm])[], { logClock }: Rules): TwinLogs | null {
  const [first] = all
  if (!first) return null
  const bins = [...groupBy(all, ([a, b]) => Math.round((a.at - b.at) / logClock.spread)).values()]
  const [best, next] = bins.toSorted((a, b) => b.length - a.length)
  const [one, other] = [first[0].log, first[1].log]
  const least = Math.max(
    logClock.pairs,
    (Math.min(one.events.length, other.events.length) - 2) * logClock.rival,
  )
  if (!best || best.length < least || (next?.length ?? 0) > best.length * logClock.rival) return null
  const aheads = best.map(([a, b]) => a.at - b.at).toSorted((a, b) => a - b)
  const ahead = aheads[Math.floor(aheads.length / 2)] ?? 0
  if (Math.abs(ahead) <= logClock.tolerated) return null
  return { one: one.name, other: other.name, ahead, told: sharedBy(one, other, ahead, logClock.spread) }
}

/** The events of either log that lie where the other has one of the same outcome. */
function sharedBy(one: Log, other: Log, ahead: number, spread: number): ReadonlySet<string> {
  const places = new Map<string, LogEvent[]>()
  const placeOf = (at: number, failed: boolean) => `${Math.floor(at / spread)} ${failed}`
  for (const event of other.events) {
    const key = placeOf(timeOf(event) ?? 0, event.failed)
    places.set(key, [...(places.get(key) ?? []), event])
  }
  const told = new Set<string>()
  for (const event of one.events) {
    const at = (timeOf(event) ?? 0) - ahead
    for (const near of [at - spread, at, at + spread]) {
      const twin = places.get(placeOf(near, event.failed))?.find(({ id }) => !told.has(id))
      if (!twin || Math.abs((timeOf(twin) ?? 0) - at) > spread) continue
      told.add(twin.id).add(event.id)
      break
    }
  }
  return told
}
