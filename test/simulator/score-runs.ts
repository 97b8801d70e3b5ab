import { difficultiesOf } from './difficulties/list.ts'
import { examine } from './examine.ts'
import { scoreOf } from './score.ts'
import type { Score } from './score/result.ts'
import { wrongLogClockOf, type WrongLogClock } from './wrong-log-clocks.ts'

/** Every `step`th run from `first` on, below `first` + `count`; with one difficulty only, where one is pushed. */
export interface Runs {
  readonly first: number
  readonly count: number
  readonly step: number
  readonly pushed: string | null
}

export interface RunScores {
  readonly scores: readonly Score[]
  readonly clocks: readonly WrongLogClock[]
}

/** Plays and scores runs, one after the other. */
export function scoreRuns({ first, count, step, pushed }: Runs): RunScores {
  const scores: Score[] = []
  const clocks: WrongLogClock[] = []
  for (let seed = first; seed < first + count; seed += step) {
    const difficulties = difficultiesOf(seed, pushed)
    scores.push(scoreOf(examine(seed, difficulties)))
    const clock = wrongLogClockOf(seed, difficulties)
    if (clock) clocks.push(clock)
  }
  return { scores, clocks }
}
