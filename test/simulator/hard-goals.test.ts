import { describe, expect, it } from 'vitest'
import { expectOnlyDebts } from '../rules/debts.ts'
import { scoreSeed } from './examine.ts'
import type { Fault } from './score/result.ts'
import { tallyOf } from './tally.ts'
import { wrongLogClockOf, wrongLogClocksOf } from './wrong-log-clocks.ts'

/** Every cause, and plain work, eight times. */
const FIRST = Array.from({ length: 64 }, (_, index) => index + 1)
/** Runs of the development list in which the analysis has been seen to fail, one for each reason known. */
const FAILED_ONCE = [
  203, 358, 465, 597, 632, 638, 820, 913, 974, 1041, 1228, 1264, 1376, 1382, 1517, 1769, 1953, 2596, 11624,
  24820, 24838, 2000749,
]

/** The same with the difficulties that their numbers draw. */
const FAILED_AS_DRAWN = [20_001_278, 20_001_624]

/** What must never happen (docs/verdicts.md#verdicts). */
const NEVER: readonly Fault['kind'][] = [
  'true_cause_contradicted',
  'wrong_cause_supported',
  'true_offset_contradicts',
  'true_offset_excluded',
]

/** `run kind` that happen today. This list may only get shorter. */
const DEBTS: readonly string[] = []

/** As they were when they failed: difficulties that are drawn beside came later. */
const plain = (seed: number) => scoreSeed(seed, [])
const first = FIRST.map(plain)
const failedOnce = FAILED_ONCE.map(plain)
const failedAsDrawn = FAILED_AS_DRAWN.map((seed) => scoreSeed(seed))

describe('the analysis of simulated accounts', () => {
  it('never contradicts the true cause, never supports a wrong one', () => {
    const faults = [...first, ...failedOnce, ...failedAsDrawn].flatMap((score) => score.faults)
    expectOnlyDebts(
      faults.filter(({ kind }) => NEVER.includes(kind)).map(({ seed, kind }) => `${seed} ${kind}`),
      DEBTS,
    )
  })

  it('does not, either, where the clock of a log is found to be off', () => {
    const clocks = wrongLogClocksOf(FIRST.flatMap((seed) => wrongLogClockOf(seed, []) ?? []))
    expect(clocks.found.hits).toBeGreaterThan(3)
    expect([clocks.contradictedThough.hits, clocks.wrongSupportedThough.hits]).toEqual([0, 0])
  })

  it('leaves no two causes whole whose texts show the change', () => {
    expect(tallyOf(failedAsDrawn).undivided).toEqual({ hits: 0, of: 1 })
  })

  it('finds every block that evidence shows, and none where nothing was refused', () => {
    const { recall, precision, edges } = tallyOf(first)
    expect(recall.of).toBeGreaterThan(40)
    for (const { hits, of } of [recall, precision, edges]) expect(hits).toBe(of)
  })
})
