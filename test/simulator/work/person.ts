import { MINUTE, SECOND } from '../../../shared/time/duration.ts'
import type { Random } from '../random.ts'
import type { Call } from '../world/call.ts'
import { termsAt, windowSpan, type Terms } from '../world/terms.ts'
import type { Client } from './client.ts'
import type { Engine } from './engine.ts'
import type { Session } from './session.ts'
import { runSwarm, runTurn } from './turn.ts'

/** Works through a session: turn after turn with pauses, until it is over or the person gives up. */
export function work(
  engine: Engine,
  client: Client,
  session: Session,
  terms: readonly [Terms, ...Terms[]],
  random: Random,
): void {
  let failures = 0
  let swarmDue = session.swarmAt !== null
  const begin = () => {
    if (engine.now() >= session.to) return
    const forced = swarmDue && session.swarmAt !== null && engine.now() >= session.swarmAt
    if (forced) swarmDue = false
    if (forced || random.chance(session.swarm.chance)) runSwarm(engine, client, session, random, ended)
    else runTurn(engine, client, session, Math.round(random.skewed(2, 30)), random, ended)
  }
  const ended = (failed: Call | null) => {
    failures = failed ? failures + 1 : 0
    const pause = failed ? pauseAfter(failed, failures) : pauseOf()
    if (pause !== null) engine.after(pause, begin)
  }
  const pauseOf = () => {
    if (random.chance(session.longPause)) return random.between(15 * MINUTE, 50 * MINUTE)
    const pause = random.skewed(3 * SECOND, 8 * MINUTE)
    const untilSwarm = (session.swarmAt ?? 0) - engine.now()
    return swarmDue && untilSwarm > 0 ? Math.min(pause, untilSwarm) : pause
  }
  const pauseAfter = (failed: Call, count: number): number | null => {
    const isBreak = count % 5 === 0
    switch (session.patience) {
      case 'insists':
        return isBreak ? random.between(10 * MINUTE, 40 * MINUTE) : random.skewed(20 * SECOND, 7 * MINUTE)
      case 'waits':
        return count === 1
          ? random.between(10 * SECOND, 2 * MINUTE)
          : random.between(20 * MINUTE, 70 * MINUTE)
      case 'waits_for_reset':
        return untilReset(failed) ?? random.between(10 * MINUTE, 40 * MINUTE)
      case 'leaves':
        return count < 2 ? random.between(10 * SECOND, 2 * MINUTE) : null
    }
  }
  /** The person looks at the countdown and comes back some seconds or minutes after the reset. */
  const untilReset = (failed: Call): number | null => {
    const causes: readonly string[] = failed.refusal?.causes ?? []
    const window = termsAt(terms, engine.now()).windows.find(({ kind }) => causes[0] === `quota_${kind}`)
    if (!window) return null
    return windowSpan(window, engine.now()).to - engine.now() + random.skewed(2 * SECOND, 6 * MINUTE)
  }
  engine.after(session.from - engine.now(), begin)
}
