import type { Findings } from '../findings.ts'

/**
 * Something that a page may ask about the evidence. A page never holds the evidence itself: a million rows are answered
 * where they are, and only what is drawn comes over. Ask and answer are therefore plain data, and the answer is a pure
 * function of findings and ask: same findings, same ask, same answer.
 */
export interface Question<Ask, Value> {
  /** Unique among the questions of `registry.ts`. */
  readonly name: string
  readonly answer: (findings: Findings, ask: Ask) => Value
}
