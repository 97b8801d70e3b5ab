import { DAY_OF_HOURS, HOUR, SECOND } from '../../../shared/time/duration.ts'
import { randomFrom, type Random } from '../random.ts'
import { clientOn } from '../work/client.ts'
import type { Session } from '../work/session.ts'
import { drawScenario } from '../world/draw-scenario.ts'
import type { Scenario } from '../world/scenario.ts'

const WEEKS = 4

/**
 * Four weeks of one person: mornings and afternoons on most working days, some evenings and weekends, days off, projects
 * that heat up and cool down from day to day.
 */
export function drawWeeks(seed: number): Scenario {
  const scenario = drawScenario(8 * seed + 7)
  const random = randomFrom(seed, 'weeks')
  const begin = Math.floor((scenario.focus - WEEKS * 7 * DAY_OF_HOURS) / DAY_OF_HOURS) * DAY_OF_HOURS
  const sessions = sessionsFrom(begin, random)
  const [terms] = scenario.terms
  const cost = random.skewed(0.05, 0.6)
  const week = cost * random.between(0.08, 0.2)
  const windows = terms.windows.map((window) => ({
    ...window,
    costPerCall: window.kind === '5h' ? cost : window.kind === '7d' ? week : week / 4,
    usedAtStart: 0,
  }))
  return {
    ...scenario,
    begin,
    end: begin + WEEKS * 7 * DAY_OF_HOURS,
    terms: [{ ...terms, from: begin, windows }],
    clients: [clientOn(0, 'kimi-code')],
    sessions,
    troubles: [],
    throttle: null,
    heavyUse: null,
    wallet: { from: 0, to: 0, saysEmpty: false },
  }
}

function sessionsFrom(begin: number, random: Random): readonly Session[] {
  const wakes = random.between(7, 11) * HOUR
  const sessions: Session[] = []
  let heat = random.between(0.4, 1)
  for (let day = 0; day < WEEKS * 7; day++) {
    heat = Math.min(1, Math.max(0.1, heat + random.between(-0.25, 0.25)))
    const weekend = day % 7 >= 5
    if (random.chance(weekend ? 0.65 : 0.1)) continue
    const at = begin + day * DAY_OF_HOURS + wakes + random.between(-HOUR, HOUR)
    if (random.chance(0.85)) sessions.push(session(at, random.between(1, 3.5) * HOUR, heat, random))
    if (random.chance(0.85))
      sessions.push(session(at + random.between(4, 5) * HOUR, random.between(1, 4) * HOUR, heat, random))
    if (random.chance(0.35))
      sessions.push(
        session(at + random.between(10, 13) * HOUR, random.between(0.5, 2.5) * HOUR, heat, random),
      )
  }
  return sessions
}

const session = (from: number, length: number, heat: number, random: Random): Session => ({
  client: 0,
  from,
  to: from + length,
  patience: random.pick(['waits', 'waits_for_reset', 'leaves']),
  swarm: { chance: 0.02 * heat, least: 3, most: 8 },
  swarmAt: null,
  callLength: { shortest: 2 * SECOND, longest: random.between(20, 60) * SECOND },
  stepPause: { shortest: 0.5 * SECOND, longest: (random.between(4, 30) * SECOND) / heat },
  longPause: random.chance(0.5) ? 0.1 : 0.02,
})
