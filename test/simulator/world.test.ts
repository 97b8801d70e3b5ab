import { describe, expect, it } from 'vitest'
import { CAUSES } from '../../shared/analyse/report.ts'
import { truthOf } from './truth.ts'
import { aimOf, drawScenario } from './world/draw-scenario.ts'
import { runWorld } from './world/run.ts'
import { termsAt, windowSpan } from './world/terms.ts'

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1)
const worlds = SEEDS.map((seed) => runWorld(drawScenario(seed)))

describe('a world', () => {
  it('is the same whenever it is played', () => {
    expect(runWorld(drawScenario(7)).calls).toEqual(worlds[6]?.calls)
  })

  it.each(CAUSES)('refuses for %s where it is meant to, as a rule', (cause) => {
    const meant = worlds.filter(({ scenario }) => aimOf(scenario.seed) === cause)
    const met = meant.filter((world) => truthOf(world).blocks.some((block) => block.cause === cause))
    expect(met.length).toBeGreaterThanOrEqual(meant.length - 2)
  })

  it('never has more calls in flight than the cap', () => {
    for (const { calls, scenario } of worlds) {
      const edges = calls
        .filter(({ refusal }) => !refusal)
        .flatMap(({ start, end }) => [
          { at: start, by: 1 },
          { at: end, by: -1 },
        ])
        .toSorted((a, b) => a.at - b.at || a.by - b.by)
      let flying = 0
      for (const { at, by } of edges) {
        flying += by
        expect(flying).toBeLessThanOrEqual(termsAt(scenario.terms, at).cap)
      }
    }
  })

  it('only names a quota that is used up at that moment', () => {
    for (const { calls, scenario, ledger } of worlds)
      for (const { refusal, start } of calls) {
        const kinds = refusal?.causes.filter((cause) => cause.startsWith('quota')) ?? []
        for (const cause of kinds) {
          const window = termsAt(scenario.terms, start).windows.find(({ kind }) => cause === `quota_${kind}`)
          expect(window && ledger.used(window, start)).toBe(100)
        }
      }
  })

  it('has meters that only rise from one reset to the next', () => {
    for (const { scenario, ledger } of worlds)
      for (const window of scenario.terms[0].windows) {
        const { from, to } = windowSpan(window, scenario.focus)
        const times = Array.from({ length: 20 }, (_, index) => from + ((to - from) * index) / 20)
        const seen = times
          .filter((at) => at >= scenario.begin && termsAt(scenario.terms, at) === scenario.terms[0])
          .map((at) => ledger.used(window, at))
        expect(seen).toEqual(seen.toSorted((a, b) => a - b))
      }
  })
})

describe('the truth of a world', () => {
  it('holds every refusal in exactly one block', () => {
    for (const world of worlds) {
      const held = truthOf(world).blocks.flatMap(({ refused }) => refused.map(({ number }) => number))
      const refused = world.calls.filter(({ refusal }) => refusal).map(({ number }) => number)
      expect(held.toSorted((a, b) => a - b)).toEqual(refused.toSorted((a, b) => a - b))
    }
  })

  it('knows stretches as idle only where nobody asked', () => {
    for (const world of worlds)
      for (const { from, to } of truthOf(world).idle)
        expect(world.calls.filter(({ start, end }) => end > from && start < to)).toEqual([])
  })
})
