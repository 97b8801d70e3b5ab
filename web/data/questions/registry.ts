import { answerQuestion } from './answer-question.ts'
import { calendarQuestion } from './calendar-question.ts'
import { claimsQuestion } from './claims-question.ts'
import { compareQuestion } from './compare-question.ts'
import { costsQuestion } from './costs-question.ts'
import { findingsQuestion } from './findings-question.ts'
import { handOnQuestion } from './hand-on-question.ts'
import { historyQuestion } from './history-question.ts'
import { incidentsQuestion } from './incidents/incidents-question.ts'
import { jumpQuestion } from './jump-question.ts'
import { lanesQuestion } from './lanes-question.ts'
import { PART_QUESTIONS } from './part-question.ts'
import { piecesQuestion } from './pieces-question.ts'
import { placesQuestion } from './places-question.ts'
import { rowIdsQuestion, rowsQuestion } from './rows/rows-question.ts'
import { unlikeQuestion } from './incidents/unlike-question.ts'
import { windowsQuestion } from './windows-question.ts'
import { yearQuestion } from './year-question.ts'

/** Every question there is, so that one can be asked by its name from another thread. */
export const QUESTIONS = [
  answerQuestion,
  calendarQuestion,
  claimsQuestion,
  compareQuestion,
  findingsQuestion,
  handOnQuestion,
  historyQuestion,
  incidentsQuestion,
  jumpQuestion,
  lanesQuestion,
  piecesQuestion,
  placesQuestion,
  rowsQuestion,
  rowIdsQuestion,
  unlikeQuestion,
  windowsQuestion,
  yearQuestion,
  PART_QUESTIONS.snapshots,
  PART_QUESTIONS.errors,
  PART_QUESTIONS.rejects,
  PART_QUESTIONS.calls,
  costsQuestion,
  PART_QUESTIONS.devices,
  PART_QUESTIONS.captures,
] as const
