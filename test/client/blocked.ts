import { readInstant } from '../../shared/time/instant.ts'
import { SECOND } from '../../shared/time/duration.ts'
import type { ClientFile } from './read-scenario.ts'

/** What a client's log says of an answer: when it was read, and how long work of the client's own kept it from being read. */
interface Blocked {
  readonly at: number
  readonly ms: number
}

const BLOCKED = /^(\S+Z) INFO {2}llm response .*\bclientBlockedMs=(\d+)$/gm
/** Agents of one client share its only thread: what keeps one from reading keeps them all. */
const TOGETHER = SECOND

/**
 * For a moment, the most milliseconds for which a client was too busy to read an answer that ended about then, as its own logs
 * say. By so much a call is longer to it than to the service, on a machine that is busy: of an answer that the service had
 * sent in 1.1 s it read the end after 2.3 s, and said that it had been blocked for 1.8 s.
 */
export function blockedAbout(logs: readonly ClientFile[]): (at: number) => number {
  const all = logs.flatMap(({ bytes }): readonly Blocked[] =>
    [...new TextDecoder().decode(bytes).matchAll(BLOCKED)].map(([, time = '', ms = '']) => ({
      at: readInstant(time) ?? Number.NaN,
      ms: Number(ms),
    })),
  )
  return (at) => Math.max(0, ...all.filter((each) => Math.abs(each.at - at) <= TOGETHER).map(({ ms }) => ms))
}
