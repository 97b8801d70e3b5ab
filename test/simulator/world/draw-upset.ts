import { HOUR, MINUTE, SECOND } from '../../../shared/time/duration.ts'
import type { Random } from '../random.ts'
import type { Aim, Scenario, Throttle, Trouble } from './scenario.ts'
import type { Terms } from './terms.ts'

/** Outages and account trouble of a run. One run in ten has a short outage that it was not meant for. */
export function drawTroubles(aim: Aim, focus: number, random: Random): readonly Trouble[] {
  if (aim === 'account')
    return [{ cause: 'account', from: focus, to: focus + random.skewed(3 * MINUTE, 12 * HOUR), share: 1 }]
  if (aim === 'platform') {
    const share = random.chance(0.6) ? 1 : random.between(0.3, 0.9)
    return [{ cause: 'platform', from: focus, to: focus + random.skewed(MINUTE, 2 * HOUR), share }]
  }
  if (aim === 'none' || !random.chance(0.1)) return []
  const from = focus + random.between(-2 * HOUR, 2 * HOUR)
  return [
    {
      cause: 'platform',
      from,
      to: from + random.skewed(20 * SECOND, 10 * MINUTE),
      share: random.between(0.4, 1),
    },
  ]
}

/** A throttle that a swarm under the cap will trip; runs with another aim have none that they could reach. */
export const drawThrottle = (aim: Aim, random: Random): Throttle | null =>
  aim === 'request_rate'
    ? { perMinute: random.whole(25, 60), shortest: 20 * SECOND, longest: 70 * MINUTE }
    : null

/**
 * In one run of ten that are meant for no quota, a longer window has been used up all along and extra usage pays: the
 * meter is full, and yet something else refuses.
 */
export function drawOverdraft(
  aim: Aim,
  terms: Terms,
  random: Random,
): { readonly terms: Terms; readonly wallet: Scenario['wallet'] } | null {
  if (aim.startsWith('quota') || !random.chance(0.1)) return null
  const spent = random.pick(['7d', 'month'])
  const windows = terms.windows.map((window) =>
    window.kind === spent ? { ...window, usedAtStart: 100 } : window,
  )
  return { terms: { ...terms, windows }, wallet: { from: 1, to: Number.MAX_SAFE_INTEGER, saysEmpty: false } }
}

/** Extra usage: none as a rule; switched on in mid-block, or paying for a while until it is empty. */
export function drawWallet(aim: Aim, focus: number, random: Random): Scenario['wallet'] {
  const none = { from: 0, to: 0, saysEmpty: false }
  if (!aim.startsWith('quota') || !random.chance(0.12)) return none
  return random.chance(0.6)
    ? { from: focus + random.between(5 * MINUTE, 60 * MINUTE), to: Number.MAX_SAFE_INTEGER, saysEmpty: false }
    : {
        from: focus - 5 * HOUR,
        to: focus + random.between(5 * MINUTE, 60 * MINUTE),
        saysEmpty: random.chance(0.5),
      }
}

/** In one run of fifteen another plan is bought: as a way out of the block, or at any other time. */
export function drawPlanChange(
  [first]: readonly [Terms, ...Terms[]],
  focus: number,
  random: Random,
): readonly [Terms, ...Terms[]] {
  if (!random.chance(1 / 15)) return [first]
  const from = Math.floor(focus + random.between(-3 * HOUR, 4 * HOUR))
  const windows = first.windows.map((window) => ({
    ...window,
    anchor: from,
    costPerCall: window.costPerCall / 3,
  }))
  return [first, { from, plan: 'LEVEL_ADVANCED', cap: 30, subscribedAt: from, windows }]
}
