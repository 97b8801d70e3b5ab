import type { Analysis } from '../../../shared/analyse/analysis.ts'
import type { Sight } from '../../../shared/evidence/who-saw.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Kept } from './kept.ts'

/** All that is known about an account, where questions are answered. */
export interface Known extends Analysis {
  readonly account: string
  /** Null: all evidence is known. Else only what is dated from then on, and what has no date; the rest is being read. */
  readonly since: Instant | null
  /** Who saw what, this installation first; empty where the history is of no other. */
  readonly sights: readonly Sight[]
  /** What questions worked out of the evidence, for as long as it is what is known. */
  readonly kept: Kept
}

/**
 * Something that a page may ask about the evidence. A page never holds the evidence itself: a million rows are answered
 * where they are, and only what is drawn comes over. Ask and answer are therefore plain data, and the answer is a pure
 * function of what is known and the ask: same evidence, same ask, same answer.
 */
export interface Question<Ask, Value> {
  /** Unique among the questions of `registry.ts`. */
  readonly name: string
  readonly answer: (known: Known, ask: Ask) => Value
  /**
   * The earliest moment on which the answer depends, so that it can be given while older evidence is still being read.
   * A question without it waits for all.
   */
  readonly earliest?: (ask: Ask) => number
}
