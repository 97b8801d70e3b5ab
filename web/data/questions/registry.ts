import { everythingQuestion } from './everything-question.ts'
import { lanesQuestion } from './lanes-question.ts'

/** Every question there is, so that one can be asked by its name from another thread. */
export const QUESTIONS = [everythingQuestion, lanesQuestion] as const
