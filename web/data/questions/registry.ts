import { claimsQuestion } from './claims-question.ts'
import { everythingQuestion } from './everything-question.ts'
import { handOnQuestion } from './hand-on-question.ts'
import { lanesQuestion } from './lanes-question.ts'
import { placesQuestion } from './places-question.ts'

/** Every question there is, so that one can be asked by its name from another thread. */
export const QUESTIONS = [
  claimsQuestion,
  everythingQuestion,
  handOnQuestion,
  lanesQuestion,
  placesQuestion,
] as const
