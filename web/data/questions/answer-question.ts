import { lastBlockOf } from '../../../shared/analyse/views/overview.ts'
import { answerOf, type Answer } from '../../../shared/analyse/views/answer.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Question } from './question.ts'

/** What it was, until when, and what to do, of all that is known of the account. */
export interface SaidAnswer {
  readonly answer: Answer
  /** The id of the incident that it is the answer to; null where there was none. */
  readonly incident: string | null
  /** When it was given. */
  readonly now: Instant
}

/** The answer to the newest incident; without one, to an error that nothing dates.  */
export const answerQuestion: Question<'newest', SaidAnswer> = {
  name: 'answer',
  answer: (known) => ({
    answer: answerOf(known),
    incident: lastBlockOf(known.report)?.id ?? null,
    now: known.report.now,
  }),
}
