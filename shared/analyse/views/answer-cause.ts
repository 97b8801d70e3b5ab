import type { Cause } from '../report.ts'

/** What is left of the seven causes, and how sure that is. */
export interface AnswerCause {
  /** `shown`: the one that is supported. Else all that are not ruled out, those with something for them first. */
  readonly names: readonly Cause[]
  /** `left_over`: none is supported, and something speaks for those named. */
  readonly certainty: 'shown' | 'left_over' | 'not_known'
}
