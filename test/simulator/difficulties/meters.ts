import { MINUTE } from '../../../shared/time/duration.ts'
import { readMetersAt } from '../observe/readings.ts'
import { refusedWithin } from './refused-within.ts'
import type { Difficulty } from './difficulty.ts'

/** A few readings show what the meters stood at half an hour ago, in the middle of those that are up to date. */
const staleReading: Difficulty = {
  name: 'stale_reading',
  observer: (observer) => ({
    ...observer,
    metersEvery: observer.metersEvery ?? 5 * MINUTE,
    metersDated: true,
  }),
  observed: (observed, world, observer, random) => {
    const span = refusedWithin(world, observer)
    if (!span) return observed
    const stale = Array.from({ length: 3 }, () => Math.floor(random.between(span.from, span.to + 5 * MINUTE)))
      .filter((at) => at <= observer.until)
      .flatMap((at) =>
        readMetersAt(world, { ...observer, lag: random.between(10 * MINUTE, 60 * MINUTE), lagOf: 'use' }, at),
      )
    const known = new Set(observed.evidence.snapshots.map(({ id }) => id))
    return {
      ...observed,
      evidence: {
        ...observed.evidence,
        snapshots: [...observed.evidence.snapshots, ...stale.filter(({ id }) => !known.has(id))],
      },
    }
  },
}

/** A window that is used up but for the last twentieth of a percent, and refuses nobody. */
const rounding: Difficulty = {
  name: 'rounding',
  scenario: (scenario, random) => {
    const [first, ...later] = scenario.terms
    const spare = first.windows.filter(({ kind }) => scenario.aim !== `quota_${kind}`)
    const nearly = spare[random.whole(0, spare.length - 1)]
    const windows = first.windows.map((window) =>
      window === nearly ? { ...window, usedAtStart: random.between(99.5, 99.99), costPerCall: 1e-6 } : window,
    )
    return { ...scenario, terms: [{ ...first, windows }, ...later] }
  },
  observer: (observer, _, random) => ({
    ...observer,
    metersEvery: 5 * MINUTE,
    metersDated: true,
    style: random.pick(['count', 'both', 'ratio', 'stats']),
    rounding: random.pick(['nearest', 'up', 'down']),
  }),
}

/** All of Kimi and Kimi Code are two pools of the month: one of them may be full where the other is not. */
const twoPools: Difficulty = {
  name: 'two_pools',
  observer: (observer, _, random) => ({
    ...observer,
    metersEvery: 5 * MINUTE,
    metersDated: true,
    style: random.pick(['stats', 'ratio', 'both']),
    codePool: true,
    codeShare: random.between(0.3, 0.95),
  }),
}

/** The month is read, and stands low as a rule. */
const lowMonth: Difficulty = {
  name: 'low_month',
  observer: (observer, _, random) => ({
    ...observer,
    metersEvery: 5 * MINUTE,
    metersDated: true,
    style: random.pick(['stats', 'ratio', 'both']),
  }),
}

export const METER_DIFFICULTIES: readonly Difficulty[] = [staleReading, rounding, twoPools, lowMonth]
