import { randomFrom } from '../random.ts'
import { newEngine, scheduleHeavyUse } from '../work/engine.ts'
import { work } from '../work/person.ts'
import type { Call } from './call.ts'
import { newLedger, type Ledger } from './ledger.ts'
import { newLimiter } from './limiter.ts'
import type { Scenario } from './scenario.ts'

/** What really happened in a run. */
export interface World {
  readonly scenario: Scenario
  /** Every request, sorted by its start. */
  readonly calls: readonly Call[]
  readonly ledger: Ledger
}

/** Plays a scenario from its begin to its end. */
export function runWorld(scenario: Scenario): World {
  const random = randomFrom(scenario.seed, 'world')
  const ledger = newLedger(scenario.terms, scenario.begin)
  const limiter = newLimiter(scenario, ledger, random)
  const engine = newEngine(scenario.begin, limiter, random)
  if (scenario.heavyUse) scheduleHeavyUse(engine, limiter, scenario.heavyUse)
  for (const session of scenario.sessions) {
    const client = scenario.clients[session.client] ?? scenario.clients[0]
    work(engine, client, session, scenario.terms, random)
  }
  return { scenario, calls: engine.runUntil(scenario.end), ledger }
}
