import { HOUR, MINUTE } from '../../../shared/time/duration.ts'
import type { Scenario } from '../world/scenario.ts'
import type { Terms, TrueWindow } from '../world/terms.ts'
import type { Difficulty } from './difficulty.ts'

const withTerms = (scenario: Scenario, next: Terms): Scenario => ({
  ...scenario,
  terms: [scenario.terms[0], next],
})

/** Kimi sets the meters back in the middle of a window; the resets stay where they were. */
const goodwill: Difficulty = {
  name: 'goodwill',
  scenario: (scenario, random) =>
    withTerms(scenario, {
      ...scenario.terms[0],
      from: Math.floor(scenario.focus + random.skewed(5 * MINUTE, 2 * HOUR)),
    }),
}

/** Another plan is bought, as a way out or at any other time. */
const planChange: Difficulty = {
  name: 'plan_change',
  scenario: (scenario, random) => {
    const [first] = scenario.terms
    const from = Math.floor(scenario.focus + random.between(-2 * HOUR, 3 * HOUR))
    const windows = first.windows.map((window) => ({
      ...window,
      anchor: from,
      costPerCall: window.costPerCall / 3,
    }))
    return withTerms(scenario, { from, plan: 'LEVEL_ADVANCED', cap: 30, subscribedAt: from, windows })
  },
}

/** Extra usage pays for a while, or from the middle of a block on. */
const wallet: Difficulty = {
  name: 'wallet',
  scenario: (scenario, random) => {
    const turn = scenario.focus + random.skewed(2 * MINUTE, 90 * MINUTE)
    return {
      ...scenario,
      wallet: random.chance(0.5)
        ? { from: turn, to: Number.MAX_SAFE_INTEGER, saysEmpty: false }
        : { from: scenario.begin, to: turn, saysEmpty: random.chance(0.5) },
    }
  },
}

/** Windows of five hours that open with the first call after the last one has ended, on a plan without a week. */
const firstUse: Difficulty = {
  name: 'first_use',
  scenario: (scenario, random) => {
    const [first] = scenario.terms
    const windows = first.windows
      .filter(({ kind }) => kind !== '7d' || scenario.aim === 'quota_7d')
      .map((window): TrueWindow => {
        if (window.kind !== '5h') return window
        const opened = first.from - Math.floor(random.between(0, 5 * HOUR))
        return { ...window, opened: scenario.aim === 'quota_5h' ? [openedFor(window, scenario)] : [opened] }
      })
    return { ...scenario, terms: [{ ...first, windows }] }
  },
  observer: (observer, _, random) => ({
    ...observer,
    style: random.pick(['ratio', 'both']),
    metersDated: true,
  }),
}

/** The window that is to be used up began where the fixed one would have. */
const openedFor = ({ anchor }: TrueWindow, { focus }: Scenario): number =>
  anchor + Math.floor((focus - anchor) / (5 * HOUR)) * 5 * HOUR

export const PLAN_DIFFICULTIES: readonly Difficulty[] = [goodwill, planChange, wallet, firstUse]
