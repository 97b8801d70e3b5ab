import { evidenceId } from '../../../shared/evidence/id.ts'
import { UNDATED } from '../../../shared/evidence/when.ts'
import { MINUTE, SECOND } from '../../../shared/time/duration.ts'
import type { Observer } from '../observe/observer.ts'
import { clientOn } from '../work/client.ts'
import { THROTTLED } from '../world/wording.ts'
import type { Difficulty } from './difficulty.ts'

/** Everybody keeps a log that says how long calls took, and quotas are read. */
const WELL_LOGGED: Partial<Observer> = {
  pages: 'always_open',
  clock: 'utc',
  capturesDated: true,
  errors: 'log',
  callsLogged: true,
  metersEvery: 5 * MINUTE,
  metersDated: true,
}

/** A second client works all through the block; its log is kept as well, or it is not. */
const severalClients: Difficulty = {
  name: 'several_clients',
  scenario: (scenario, random) => {
    const client = clientOn(1, random.pick(['kimi-code', 'kimi-cli', 'other']))
    const busy = {
      ...scenario.sessions[0],
      client: scenario.clients.length,
      swarmAt: null,
      swarm: { chance: 0.02, least: 3, most: 8 },
      longPause: 0,
      from: scenario.focus - random.between(10 * MINUTE, 60 * MINUTE),
      to: scenario.focus + random.between(10 * MINUTE, 60 * MINUTE),
      patience: 'insists' as const,
      callLength: { shortest: 2 * SECOND, longest: random.between(20 * SECOND, 90 * SECOND) },
      stepPause: { shortest: 0.3 * SECOND, longest: 10 * SECOND },
    }
    return { ...scenario, clients: [...scenario.clients, client], sessions: [...scenario.sessions, busy] }
  },
  observer: (observer, _, random) => ({ ...observer, ...WELL_LOGGED, logsOf: random.pick(['first', 'all']) }),
}

/** "Too many requests" for concurrency as for the throttle, and the log of every client. */
const ambiguous: Difficulty = {
  name: 'ambiguous',
  scenario: (scenario) => ({
    ...scenario,
    wordings: { ...scenario.wordings, concurrency: THROTTLED },
    clients: [clientOn(0, 'kimi-code'), ...scenario.clients.slice(1)],
  }),
  observer: (observer, _, random) => ({
    ...observer,
    ...WELL_LOGGED,
    logsOf: 'all',
    style: random.pick(['ratio', 'both']),
  }),
}

/** Somebody also kept the text without its time. */
const undatedCopy: Difficulty = {
  name: 'undated_copy',
  observer: (observer) => ({ ...observer, errors: 'log' }),
  observed: (observed, _world, _observer, random) => {
    const { errors } = observed.evidence
    const one = errors[random.whole(0, Math.max(0, errors.length - 1))]
    if (!one) return observed
    const copy = { ...one, id: evidenceId('error', one.id, 'copy'), when: UNDATED, readWith: null }
    return { ...observed, evidence: { ...observed.evidence, errors: [...errors, copy] } }
  },
}

export const CLIENT_DIFFICULTIES: readonly Difficulty[] = [severalClients, ambiguous, undatedCopy]
