import { evidenceId } from '../../../shared/evidence/id.ts'
import type { ErrorObservation } from '../../../shared/evidence/kinds/error-observation.ts'
import type { Origin } from '../../../shared/evidence/origin.ts'
import type { QuotaSnapshot } from '../../../shared/evidence/kinds/quota-snapshot.ts'
import { UNDATED, type When } from '../../../shared/evidence/when.ts'
import { MINUTE } from '../../../shared/time/duration.ts'
import { instant } from '../../../shared/time/instant.ts'
import { span } from '../../../shared/time/span.ts'
import type { Random } from '../random.ts'
import type { Call } from '../world/call.ts'
import type { World } from '../world/run.ts'
import { REWRAPPED } from '../world/wording.ts'
import type { Observer } from './observer.ts'
import { undatedReading } from './readings.ts'
import { timeAt } from './rows.ts'

export interface KeptErrors {
  readonly errors: readonly ErrorObservation[]
  /** Readings that were pasted right after an error. */
  readonly readings: readonly QuotaSnapshot[]
  /** Refused calls whose text is kept with a time, by number. */
  readonly dated: ReadonlySet<number>
}

/** The error texts that somebody kept of the refusals up to `until`. */
export function keepErrors(world: World, observer: Observer, random: Random): KeptErrors {
  const refused = world.calls.filter((call) => call.refusal && call.end <= observer.until)
  const [any] = refused
  const none: KeptErrors = { errors: [], readings: [], dated: new Set() }
  if (!any) return none
  const one = refused[random.whole(0, refused.length - 1)] ?? any
  const logged = refused.filter(({ caller }) => observer.logsOf === 'all' || caller.device === 0)
  switch (observer.errors) {
    case 'log':
      return inLogs(
        logged,
        dated(logged, (call) => logTime(call, world, observer), observer),
      )
    case 'log_last_try':
      return inLogs(
        logged.filter(isLastTry),
        dated(logged.filter(isLastTry), (call) => logTime(call, world, observer), observer),
      )
    case 'few_dated': {
      const few = [one, ...refused.filter(() => random.chance(2 / refused.length))]
      return dated(
        [...new Set(few)],
        (call) => timeAt(call.end + observer.logAhead, MINUTE, 'utc', world.scenario.zone),
        observer,
      )
    }
    case 'undated':
      return { ...none, errors: [errorOf(one, UNDATED, null, observer)] }
    case 'with_reading': {
      const readings = undatedReading(world, observer, Math.floor(one.end + random.between(5_000, 90_000)))
      return { ...none, errors: [errorOf(one, UNDATED, readings[0]?.id ?? null, observer)], readings }
    }
    case 'none':
      return none
  }
}

function dated(calls: readonly Call[], when: (call: Call) => When, observer: Observer): KeptErrors {
  return {
    errors: calls.map((call) => errorOf(call, when(call), null, observer)),
    readings: [],
    dated: new Set(calls.map(({ number }) => number)),
  }
}

/** Each device keeps a log of its own. */
export const logOf = ({ caller }: Call): readonly Origin[] => [
  { capture: evidenceId('capture', 'log of device', caller.device), at: `line ${caller.device}` },
]

const inLogs = (calls: readonly Call[], kept: KeptErrors): KeptErrors => ({
  ...kept,
  errors: kept.errors.map((error, index) => {
    const call = calls[index]
    return call ? { ...error, origins: logOf(call) } : error
  }),
})

/** kimi.log has local times to the millisecond, the log of kimi-code is in UTC (docs/kimi.md#logs). */
function logTime({ caller, end }: Call, { scenario }: World, { logAhead, clock }: Observer): When {
  const at = end + logAhead
  if (caller.client === 'kimi-cli' && clock !== 'utc') return timeAt(at, 1, clock, scenario.zone)
  return { kind: 'span', span: span(instant(at), instant(at + 1)) }
}

/** The client waits at most 40 s between two tries of a step; afterwards the next refusal is another step's. */
export function isLastTry(call: Call, index: number, all: readonly Call[]): boolean {
  const next = all.slice(index + 1).find(({ caller }) => caller === call.caller)
  return !next || next.start - call.end > 40_000
}

function errorOf(call: Call, when: When, readWith: string | null, { rewrapped }: Observer): ErrorObservation {
  if (!call.refusal) throw new Error('only a refused call has an error text')
  const said = call.refusal.wording
  const { status, type, message, errorClass } =
    rewrapped && call.caller.client === 'kimi-cli' && said.status === 403 ? REWRAPPED : said
  const id = evidenceId('error', call.number, message, JSON.stringify(when), readWith)
  return { id, when, errorClass, status, type, message, attempts: null, readWith, origins: [] }
}
