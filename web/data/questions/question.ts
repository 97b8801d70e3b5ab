import type { Report } from '../../../shared/analyse/report.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import type { Instant } from '../../../shared/time/instant.ts'

/** All that is known about an account, where questions are answered. */
export interface Known {
  readonly account: string
  readonly evidence: Evidence
  readonly report: Report
  /** Null: all evidence is known. Else only what is dated from then on, and what has no date; the rest is being read. */
  readonly since: Instant | null
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
