import type { Report } from '../../../shared/analyse/report.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'

/** All that is known about an account, where questions are answered. */
export interface Known {
  readonly account: string
  readonly evidence: Evidence
  readonly report: Report
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
}
