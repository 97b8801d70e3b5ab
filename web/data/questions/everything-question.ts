import type { Known, Question } from './question.ts'

/**
 * All that is known. As large as the evidence: only for pages that have not learned to ask for what they draw.
 */
export const everythingQuestion: Question<true, Known> = {
  name: 'everything',
  answer: (known) => known,
}
