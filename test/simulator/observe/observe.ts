import type { ClientCall } from '../../../shared/evidence/kinds/client-call.ts'
import { NO_EVIDENCE, type Evidence } from '../../../shared/evidence/evidence.ts'
import { evidenceId } from '../../../shared/evidence/id.ts'
import type { Mark } from '../../../shared/evidence/kinds/mark.ts'
import { HOUR, MINUTE } from '../../../shared/time/duration.ts'
import { instant, type Instant } from '../../../shared/time/instant.ts'
import { span } from '../../../shared/time/span.ts'
import { UNKNOWN_ZONE, type Zone } from '../../../shared/time/zone.ts'
import { randomFrom, type Random } from '../random.ts'
import type { Truth } from '../truth.ts'
import type { Call } from '../world/call.ts'
import type { World } from '../world/run.ts'
import { keepErrors, logOf } from './error-texts.ts'
import { foreignCalls, foreignReadings } from './foreign.ts'
import type { Observer } from './observer.ts'
import { readPages } from './pages.ts'
import { readMeters } from './readings.ts'
import { rowsOf } from './rows.ts'

/** What an observer has in hand, and (for the score only) which true calls show in it. */
export interface Observed {
  readonly evidence: Evidence
  readonly now: Instant
  readonly zone: Zone
  /** Numbers of refused calls that show as a failed row or a dated text. */
  readonly shownRefusals: ReadonlySet<number>
  /** Numbers of admitted calls that show as a row, and in a log. */
  readonly successRows: ReadonlySet<number>
  readonly loggedSuccesses: ReadonlySet<number>
  /** Numbers of refused calls whose text is kept with a time. */
  readonly datedTexts: ReadonlySet<number>
}

/** Looks at a world. */
export function observe(world: World, truth: Truth, observer: Observer): Observed {
  const { scenario, calls } = world
  const random = randomFrom(scenario.seed, 'observation')
  const started = [...calls, ...foreignCalls(world, observer, random)].filter(
    ({ start }) => start <= observer.until,
  )
  const { captures, seen } = readPages(
    rowsOf(started, observer, scenario.zone),
    scenario.begin,
    observer,
    random,
  )
  const kept = keepErrors(world, observer, random)
  const own = [...readMeters(world, observer, random), ...kept.readings]
  const foreign = foreignReadings(world, observer, random)
  // alone they pass for this account's, whoever looks at them
  const snapshots = own.length > 0 ? [...own, ...foreign] : []
  const logged = observer.callsLogged && observer.errors === 'log' ? loggedCalls(world, observer) : []
  const evidence: Evidence = {
    ...NO_EVIDENCE,
    records: seen.map(({ record }) => record),
    captures,
    snapshots: [...new Map(snapshots.map((snapshot) => [snapshot.id, snapshot])).values()],
    errors: kept.errors,
    calls: logged.map((call) => clientCallOf(call, observer)),
    marks: observer.marked ? marksOf(truth, observer, random) : [],
  }
  const failedRows = seen.flatMap(({ call }) => (call.refusal ? [call.number] : []))
  return {
    evidence,
    now: instant(observer.until + random.skewed(MINUTE, 3 * HOUR)),
    zone: observer.clock === 'wall_zone_known' ? scenario.zone : UNKNOWN_ZONE,
    successRows: new Set(seen.flatMap(({ call }) => (call.refusal ? [] : [call.number]))),
    loggedSuccesses: new Set(logged.map(({ number }) => number)),
    shownRefusals: new Set([...failedRows, ...kept.dated]),
    datedTexts: kept.dated,
  }
}

/** Successful calls that the log of kimi-code tells of. */
function loggedCalls({ calls }: World, { until, logsOf }: Observer): readonly Call[] {
  return calls.filter(
    ({ caller, refusal, end }) =>
      !refusal && caller.client === 'kimi-code' && (logsOf === 'all' || caller.device === 0) && end <= until,
  )
}

/** Its line stands at the end of the call. */
function clientCallOf(call: Call, { logAhead }: Observer): ClientCall {
  const { number, start, end, caller } = call
  return {
    id: evidenceId('call', number),
    when: { kind: 'span', span: span(instant(end + logAhead), instant(end + logAhead + 1)) },
    timeIs: 'end',
    durationMs: Math.round(end - start),
    outcome: 'success',
    client: 'kimi-code',
    agent: caller.subagent ? 'agent-1' : 'main',
    subagent: caller.subagent,
    model: 'kimi-for-coding',
    inputTokens: null,
    outputTokens: null,
    origins: logOf(call),
  }
}

/** What the user remembers of the first block: about when it was. Who came back later than it ended did not notice that. */
function marksOf({ blocks }: Truth, { until }: Observer, random: Random): readonly Mark[] {
  const [block] = blocks
  if (!block || block.from > until) return []
  const from = Math.floor(block.from + random.between(-5 * MINUTE, 5 * MINUTE))
  const end = Math.min(block.until, block.backAt ?? until, until) + random.between(-5 * MINUTE, 5 * MINUTE)
  const when = { kind: 'span', span: span(from, Math.max(from + MINUTE, Math.floor(end))) } as const
  return [{ id: evidenceId('mark', from), when, kind: 'blocked', text: '' }]
}
