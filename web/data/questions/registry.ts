import { lanesQuestion } from './lanes-question.ts'

/** Every question there is, so that one can be asked by its name from another thread. */
export const QUESTIONS = [lanesQuestion] as const
