import { describe, expect, it } from 'vitest'
import { expectOnlyDebts } from '../rules/debts.ts'
import { DIFFICULTIES, difficultiesOf } from './difficulties/list.ts'
import { examine } from './examine.ts'
import { scoreOf } from './score.ts'

/** Runs of the development list: one for each aim. */
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8]
const NEVER: ReadonlySet<string> = new Set(['true_cause_contradicted', 'wrong_cause_supported', 'undivided'])

/** `difficulty run kind` that happen today. This list may only get shorter. */
const DEBTS: readonly string[] = []

describe('each difficulty, pushed on its own', () => {
  it('contradicts no true cause, supports no wrong one, and leaves no two causes whole', () => {
    const found = DIFFICULTIES.flatMap((difficulty) =>
      SEEDS.flatMap((seed) =>
        scoreOf(examine(seed, [difficulty]))
          .faults.filter(({ kind }) => NEVER.has(kind))
          .map(({ kind }) => `${difficulty.name} ${seed} ${kind}`),
      ),
    )
    expectOnlyDebts(found, DEBTS)
  })

  it.each(DIFFICULTIES.map((difficulty) => [difficulty.name, difficulty] as const))(
    '%s changes what is in hand',
    (_, difficulty) => {
      const inHand = (difficulties: readonly (typeof difficulty)[]) =>
        JSON.stringify(SEEDS.slice(0, 4).map((seed) => examine(seed, difficulties).observed.evidence))
      expect(inHand([difficulty]) === inHand([])).toBe(false)
    },
  )
})

describe('the difficulties of a run', () => {
  it('are drawn by its number, each in some runs and in most not', () => {
    const drawn = Array.from({ length: 400 }, (_, seed) => difficultiesOf(seed + 1, null))
    for (const each of DIFFICULTIES) {
      const times = drawn.filter((of) => of.includes(each)).length
      expect(times).toBeGreaterThan(2)
      expect(times).toBeLessThan(60)
    }
  })

  it.each(DIFFICULTIES.map(({ name }) => name))('are %s alone where that is pushed', (name) => {
    expect(difficultiesOf(1, name).map((each) => each.name)).toEqual([name])
  })

  it('are none where none is pushed', () => {
    expect(difficultiesOf(1, 'none')).toEqual([])
  })
})
