import type { Difficulty } from './difficulties/difficulty.ts'
import { examineWrongLogClock } from './examine.ts'
import { scoreOf } from './score.ts'
import { isLogClockFound } from './score/place-incident.ts'
import type { Score } from './score/result.ts'
import { tallyOf, type Ratio } from './tally.ts'

/** What became of runs whose observer has the log of a machine with a wrong clock. */
export interface WrongLogClocks {
  /** How often the clock was found to be off. */
  readonly found: Ratio
  readonly contradicted: Ratio
  readonly wrongSupported: Ratio
  /** The same where the clock was found to be off: then nothing may go wrong. */
  readonly contradictedThough: Ratio
  readonly wrongSupportedThough: Ratio
}

/** One of them. */
export interface WrongLogClock {
  readonly score: Score
  readonly isFound: boolean
}

/** The run with that number, with the clock of its log off; null where the observer keeps none. */
export function wrongLogClockOf(seed: number, difficulties?: readonly Difficulty[]): WrongLogClock | null {
  const examined = examineWrongLogClock(seed, difficulties)
  return examined && { score: scoreOf(examined), isFound: isLogClockFound(examined.report) }
}

export function wrongLogClocksOf(runs: readonly WrongLogClock[]): WrongLogClocks {
  const found = runs.filter(({ isFound }) => isFound)
  const all = tallyOf(runs.map(({ score }) => score))
  const though = tallyOf(found.map(({ score }) => score))
  return {
    found: { hits: found.length, of: runs.length },
    contradicted: all.contradicted,
    wrongSupported: all.wrongSupported,
    contradictedThough: though.contradicted,
    wrongSupportedThough: though.wrongSupported,
  }
}
