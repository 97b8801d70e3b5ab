import type { Cause } from '../../shared/analyse/report.ts'
import { HOUR, MINUTE } from '../../shared/time/duration.ts'
import type { Call } from './world/call.ts'
import type { World } from './world/run.ts'
import type { Scenario } from './world/scenario.ts'
import { termsAt, windowSpan } from './world/terms.ts'

/** A stretch in which requests were really refused for one cause. Times are ms UTC. */
export interface TrueBlock {
  readonly cause: Cause
  /** Other limits that would have refused some of them as well. */
  readonly also: readonly Cause[]
  readonly refused: readonly [Call, ...Call[]]
  readonly from: number
  /** The end of the last refusal. */
  readonly lastRefusal: number
  /** Until when the service would have gone on to refuse; the last refusal where nothing lasts longer. */
  readonly until: number
  /** Start of the first admitted call after the last refusal; null when none was seen. */
  readonly backAt: number | null
}

/** What a report is held against. */
export interface Truth {
  readonly blocks: readonly TrueBlock[]
  /** Stretches of at least a quarter of an hour in which nobody asked for anything. */
  readonly idle: readonly { readonly from: number; readonly to: number }[]
}

/** Refusals for one cause this far apart are two incidents: for limits that hold, and for those that come and go. */
const SAME_BLOCK: Readonly<Record<Cause, number>> = {
  quota_5h: 5 * HOUR,
  quota_7d: 6 * HOUR,
  quota_month: 6 * HOUR,
  account: 6 * HOUR,
  platform: 30 * MINUTE,
  request_rate: 10 * MINUTE,
  concurrency: 5 * MINUTE,
}
const IDLE = 15 * MINUTE

/** The incidents and the idle stretches of a world. */
export function truthOf({ calls, scenario }: World): Truth {
  return { blocks: blocksIn(calls, scenario), idle: idleIn(calls, scenario.begin, scenario.end) }
}

function blocksIn(calls: readonly Call[], scenario: Scenario): readonly TrueBlock[] {
  const open = new Map<Cause, [Call, ...Call[]]>()
  const done: [Call, ...Call[]][] = []
  for (const call of calls) {
    if (!call.refusal) continue
    const cause = call.refusal.causes[0]
    const run = open.get(cause)
    if (run && isSame(cause, run.at(-1) ?? call, call, scenario)) run.push(call)
    else {
      const fresh: [Call] = [call]
      open.set(cause, fresh)
      done.push(fresh)
    }
  }
  return done.map((refused) => blockOf(refused, calls, scenario)).toSorted((a, b) => a.from - b.from)
}

/** Refusals belong together when they are near each other, and the limit did not let go in between. */
function isSame(cause: Cause, last: Call, next: Call, scenario: Scenario): boolean {
  if (next.start - last.end > SAME_BLOCK[cause]) return false
  return !cause.startsWith('quota') || next.start < holdsUntil(cause, last.start, scenario)
}

function blockOf(refused: readonly [Call, ...Call[]], calls: readonly Call[], scenario: Scenario): TrueBlock {
  const last = refused.at(-1) ?? refused[0]
  const cause = refused[0].refusal?.causes[0]
  if (!cause) throw new Error('a block is made of refused calls')
  const also = new Set(refused.flatMap(({ refusal }) => refusal?.causes.slice(1) ?? []))
  return {
    cause,
    also: [...also],
    refused,
    from: refused[0].start,
    lastRefusal: last.end,
    until: Math.max(last.end, holdsUntil(cause, last.start, scenario)),
    backAt: calls.find((call) => !call.refusal && call.start > last.start)?.start ?? null,
  }
}

/** When the limit that refused a call at that moment lets go of itself. */
function holdsUntil(cause: Cause, at: number, { terms, troubles, wallet }: Scenario): number {
  if (cause === 'platform' || cause === 'account')
    return (
      troubles.find((trouble) => trouble.cause === cause && at >= trouble.from && at < trouble.to)?.to ?? at
    )
  const window = termsAt(terms, at).windows.find(({ kind }) => cause === `quota_${kind}`)
  if (!window) return at
  const relief = [windowSpan(window, at).to, wallet.from, ...terms.map(({ from }) => from)]
  return Math.min(...relief.filter((moment) => moment > at))
}

function idleIn(calls: readonly Call[], begin: number, end: number): Truth['idle'] {
  const idle: { from: number; to: number }[] = []
  let quietSince = begin
  for (const call of calls) {
    if (call.start - quietSince >= IDLE) idle.push({ from: quietSince, to: call.start })
    quietSince = Math.max(quietSince, call.end)
  }
  if (end - quietSince >= IDLE) idle.push({ from: quietSince, to: end })
  return idle
}
