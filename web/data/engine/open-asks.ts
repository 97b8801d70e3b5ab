import type { Instruction, Notice } from './messages.ts'
import type { Known } from '../questions/question.ts'
import { QUESTIONS } from '../questions/registry.ts'
import { failureData } from './failure-data.ts'
import { plainAnswer } from './plain-answer.ts'

type Ask = Extract<Instruction, { kind: 'ask' }>

interface OpenAsk extends Ask {
  /** The findings that it was last answered for. */
  readonly answered: number | null
}

/**
 * What is being asked. Each asker has one ask at most: a newer one takes the place of an older one that nobody waits
 * for any more, answered or not.
 */
export class OpenAsks {
  private readonly asks = new Map<number, OpenAsk>()

  put(ask: Ask): void {
    // At the end of the line, where a map would leave it in its old place.
    this.asks.delete(ask.asker)
    this.asks.set(ask.asker, { ...ask, answered: null })
  }

  drop(asker: number): void {
    this.asks.delete(asker)
  }

  /** Answers the ask that has waited longest for these findings; null where none waits. */
  answerNext(known: Known, version: number): Notice | null {
    for (const open of this.asks.values()) {
      if (open.answered === version || !canAnswer(open, known)) continue
      this.asks.set(open.asker, { ...open, answered: version })
      return answerTo(open, known, version)
    }
    return null
  }
}

const questionOf = ({ question }: Ask) => QUESTIONS.find(({ name }) => name === question)

/** Whether what is known reaches back far enough for an ask; one that nobody knows has its answer now. */
function canAnswer(open: Ask, { since }: Known): boolean {
  const question = questionOf(open)
  if (since === null || !question) return true
  if (!('earliest' in question)) return false
  // The hook asked with the type of the question that it named.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const ask = open.ask as never
  return question.earliest !== undefined && question.earliest(ask) >= since
}

function answerTo(open: Ask, known: Known, version: number): Notice {
  const { asker, serial, question, ask } = open
  try {
    const asked = questionOf(open)
    if (!asked) throw new Error(`nobody knows the question ${question}`)
    // The hook asked with the type of the question that it named.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const value: unknown = asked.answer(known, ask as never)
    return { kind: 'answer', asker, serial, version, value: plainAnswer(value) }
  } catch (error) {
    return { kind: 'unanswered', asker, serial, version, failure: failureData(error) }
  }
}
