import { SECOND } from '../../../shared/time/duration.ts'
import type { Random } from '../random.ts'
import type { Call } from '../world/call.ts'
import type { Client } from './client.ts'
import type { Engine } from './engine.ts'
import type { Session } from './session.ts'

/** How something ended: null when it came through, else the call that was refused last. */
export type Ended = (failed: Call | null) => void

/** One step of a turn: a request, tried again as the client does it. */
function runStep(engine: Engine, client: Client, session: Session, random: Random, ended: Ended): void {
  const attempt = (tries: number) => {
    const { shortest, longest } = session.callLength
    engine.call(client.caller, random.skewed(shortest, longest), (call) => {
      if (!call.refusal) return ended(null)
      const wait = client.waitAfter(tries, call.refusal, random)
      if (wait === null) return ended(call)
      return engine.after(wait, () => attempt(tries + 1))
    })
  }
  attempt(1)
}

/** A turn: steps one after the other, with a pause for tools in between. A refused step ends it. */
export function runTurn(
  engine: Engine,
  client: Client,
  session: Session,
  steps: number,
  random: Random,
  ended: Ended,
): void {
  runStep(engine, client, session, random, (failed) => {
    if (failed || steps <= 1) return ended(failed)
    const { shortest, longest } = session.stepPause
    return engine.after(random.skewed(shortest, longest), () =>
      runTurn(engine, client, session, steps - 1, random, ended),
    )
  })
}

/**
 * A swarm: five subagents at once, then one per 700 ms; a refused one is started again after 3 s, 6 s, …
 * (docs/kimi.md#clients).
 *  It ends when all have ended, refused only if none came through.
 */
export function runSwarm(
  engine: Engine,
  client: Client,
  session: Session,
  random: Random,
  ended: Ended,
): void {
  const size = random.whole(session.swarm.least, session.swarm.most)
  const worker: Client = { ...client, caller: { ...client.caller, subagent: true } }
  let running = size
  let cameThrough = 0
  const finish: Ended = (failed) => {
    if (!failed) cameThrough += 1
    running -= 1
    if (running === 0) ended(cameThrough === 0 ? failed : null)
  }
  const launch = (relaunches: number) =>
    runTurn(engine, worker, session, random.whole(3, 15), random, (failed) => {
      if (!failed || relaunches >= 4) return finish(failed)
      return engine.after(3 * SECOND * 2 ** relaunches, () => launch(relaunches + 1))
    })
  for (let index = 0; index < size; index++) engine.after(index < 5 ? 0 : (index - 4) * 700, () => launch(0))
}
