import { systemClock } from '../../shared/time/clock.ts'
import { difficultiesOf } from './difficulties/list.ts'
import { examine } from './examine.ts'
import { scoreOf } from './score.ts'
import type { Score } from './score/result.ts'
import { NOTHING_SAID } from './score/said-words.ts'
import { aimOf } from './world/draw-scenario.ts'
import { wrongLogClockOf, type WrongLogClock } from './wrong-log-clocks.ts'

/** Every `step`th run from `first` on, below `first` + `count`; with one difficulty only, where one is pushed; none begun after `until`. */
export interface Runs {
  readonly first: number
  readonly count: number
  readonly step: number
  readonly pushed: string | null
  readonly until: number
}

export interface RunScores {
  readonly scores: readonly Score[]
  readonly clocks: readonly WrongLogClock[]
}

/** Plays and scores runs, one after the other. */
export function scoreRuns({ first, count, step, pushed, until }: Runs): RunScores {
  const scores: Score[] = []
  const clocks: WrongLogClock[] = []
  for (let seed = first; seed < first + count && systemClock.now() <= until; seed += step) {
    const difficulties = difficultiesOf(seed, pushed)
    try {
      scores.push(scoreOf(examine(seed, difficulties)))
      const clock = wrongLogClockOf(seed, difficulties)
      if (clock) clocks.push(clock)
    } catch (error) {
      scores.push(scoreOfThrown(seed, error))
    }
  }
  return { scores, clocks }
}

/** A run that the analysis did not get through is a fault of it, and the other runs still count. */
const scoreOfThrown = (seed: number, error: unknown): Score => ({
  seed,
  aim: aimOf(seed),
  blocks: [],
  explicit: { reported: 0, true: 0, edges: 0, edgesRight: 0 },
  incidents: 0,
  changes: 0,
  throttled: 0,
  words: NOTHING_SAID,
  idle: { stretches: 0, calledBlocked: 0, afterBlock: 0 },
  faults: [{ seed, kind: 'threw', cause: null, text: String(error) }],
})
