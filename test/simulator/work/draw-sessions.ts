import { HOUR, MINUTE, SECOND } from '../../../shared/time/duration.ts'
import type { Random } from '../random.ts'
import type { Aim } from '../world/scenario.ts'
import { clientOn, type Client } from './client.ts'
import type { Patience, Session } from './session.ts'

export interface DrawnWork {
  readonly clients: readonly [Client, ...Client[]]
  readonly sessions: readonly Session[]
}

const PATIENCE: readonly [Patience, ...Patience[]] = [
  'insists',
  'insists',
  'waits',
  'waits_for_reset',
  'waits_for_reset',
  'leaves',
]
const CLIENTS: readonly [Client['caller']['client'], ...Client['caller']['client'][]] = [
  'kimi-cli',
  'kimi-code',
  'kimi-code',
  'other',
]

/**
 * Work around `focus`: one person's stretch that holds it, lunch, a second stretch, perhaps the evening before and the
 * next morning with an idle night in between, and sometimes a second device at the same time.
 */
export function drawWork(aim: Aim, cap: number, focus: number, random: Random): DrawnWork {
  const clients: [Client, ...Client[]] = [clientOn(0, random.pick(CLIENTS))]
  const before = random.between(20 * MINUTE, 3 * HOUR)
  const after = random.between(15 * MINUTE, 3 * HOUR)
  const main = stretch(0, focus - before, focus + after, random)
  const swarming = { ...main, ...swarmFor(aim, cap, focus, random) }
  const sessions: Session[] = [swarming]
  const lunchEnd = main.to + random.between(35 * MINUTE, 100 * MINUTE)
  if (random.chance(0.7)) sessions.push({ ...swarming, ...stretchTimes(lunchEnd, random), swarmAt: null })
  if (random.chance(0.3))
    sessions.push(stretch(0, main.from - random.between(9 * HOUR, 14 * HOUR), main.from - 8 * HOUR, random))
  if (random.chance(0.4))
    sessions.push({
      ...swarming,
      ...stretchTimes(main.to + random.between(9 * HOUR, 15 * HOUR), random),
      swarmAt: null,
    })
  if (random.chance(0.25)) {
    clients.push(clientOn(1, random.pick(CLIENTS)))
    sessions.push(
      stretch(1, focus - random.between(0, 2 * HOUR), focus + random.between(10 * MINUTE, 2 * HOUR), random),
    )
  }
  return { clients, sessions }
}

function stretchTimes(from: number, random: Random): { readonly from: number; readonly to: number } {
  return { from, to: from + random.between(30 * MINUTE, 2.5 * HOUR) }
}

function stretch(client: number, from: number, to: number, random: Random): Session {
  return {
    client,
    from,
    to: Math.max(to, from + 10 * MINUTE),
    patience: random.pick(PATIENCE),
    swarm: { chance: random.chance(0.3) ? 0.05 : 0, least: 3, most: 8 },
    swarmAt: null,
    callLength: { shortest: 2 * SECOND, longest: random.between(20 * SECOND, 90 * SECOND) },
    stepPause: { shortest: 0.3 * SECOND, longest: random.between(4 * SECOND, 40 * SECOND) },
    longPause: random.chance(0.5) ? 0.08 : 0,
  }
}

/** Swarms over the cap for concurrency, busy ones under it for a throttle; else as the stretch has them. */
function swarmFor(aim: Aim, cap: number, focus: number, random: Random): Partial<Session> {
  if (aim === 'concurrency') {
    const least = cap + random.whole(1, 10)
    return {
      swarm: { chance: 0.03, least, most: least + 25 },
      swarmAt: focus,
      callLength: { shortest: 6 * SECOND, longest: 80 * SECOND },
    }
  }
  if (aim !== 'request_rate') return {}
  const most = Math.max(5, cap - 2)
  return {
    swarm: { chance: 0.04, least: 5, most },
    swarmAt: focus,
    callLength: { shortest: 2 * SECOND, longest: 12 * SECOND },
    stepPause: { shortest: 0.2 * SECOND, longest: 2 * SECOND },
  }
}
