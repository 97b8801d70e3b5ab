import { HOUR, MINUTE } from '../../../shared/time/duration.ts'
import { randomFrom, type Random } from '../random.ts'
import { drawScenario } from '../world/draw-scenario.ts'
import { runWorld, type World } from '../world/run.ts'
import type { Scenario, Trouble } from '../world/scenario.ts'

/** Accounts that work in the same days, each with limits of its own, and the outages that met them all. */
export interface Team {
  readonly members: readonly World[]
  readonly outages: readonly Trouble[]
}

/** A month that no clock changes in. */
const DAY = 1_778_500_800_000 // 2026-05-11T12:00:00Z
const SKEW = 90 * MINUTE

/**
 * Draws a team: members are runs that were meant for something else than Kimi's fault, moved to the same day, so that own
 * limits meet each other and the outages. Two teams of three have an outage, some let calls through.
 */
export function drawTeam(number: number, size: number): Team {
  const random = randomFrom(number, `team of ${size}`)
  const outages = random.chance(2 / 3) ? [drawOutage(random)] : []
  const seeds = Array.from({ length: size }, (_, index) => 900_000 + number * 64 + index * 3 + 1)
  return {
    members: seeds.map((seed) => runWorld(memberOf(seed, outages, random))),
    outages,
  }
}

function drawOutage(random: Random): Trouble {
  const from = Math.floor(DAY + random.between(-20 * MINUTE, 20 * MINUTE))
  const share = random.chance(0.6) ? 1 : random.between(0.3, 0.9)
  return { cause: 'platform', from, to: from + random.skewed(2 * MINUTE, 2 * HOUR), share }
}

/** A run, moved in time. What it had of Kimi's own troubles is the team's. */
function memberOf(seed: number, outages: readonly Trouble[], random: Random): Scenario {
  const drawn = drawScenario(seed)
  const by = Math.floor(DAY + random.between(-SKEW, SKEW) - drawn.focus)
  const moved = moveScenario(drawn, by)
  return { ...moved, troubles: [...outages, ...moved.troubles.filter(({ cause }) => cause !== 'platform')] }
}

const NEVER = 1e15

/** The same run at another time. */
function moveScenario(scenario: Scenario, by: number): Scenario {
  const move = (at: number) => (at > 1 && at < NEVER ? at + by : at)
  const stretch = <Stretch extends { readonly from: number; readonly to: number }>(
    each: Stretch,
  ): Stretch => ({
    ...each,
    from: move(each.from),
    to: move(each.to),
  })
  const terms = (each: Scenario['terms'][number]): Scenario['terms'][number] => ({
    ...each,
    from: move(each.from),
    subscribedAt: move(each.subscribedAt),
    windows: each.windows.map((window) => ({ ...window, anchor: move(window.anchor) })),
  })
  const [first, ...others] = scenario.terms
  return {
    ...scenario,
    terms: [terms(first), ...others.map(terms)],
    begin: move(scenario.begin),
    end: move(scenario.end),
    focus: move(scenario.focus),
    troubles: scenario.troubles.map(stretch),
    heavyUse: scenario.heavyUse && stretch(scenario.heavyUse),
    wallet: stretch(scenario.wallet),
    sessions: scenario.sessions.map((session) => ({
      ...stretch(session),
      swarmAt: session.swarmAt === null ? null : move(session.swarmAt),
    })),
  }
}
