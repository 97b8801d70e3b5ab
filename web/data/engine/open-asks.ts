import type { EngineOperations, VersionedAnswer } from './operations.ts'
import type { Known } from '../questions/question.ts'
import { QUESTIONS } from '../questions/registry.ts'
import { failureData } from '../worker/failure-data.ts'
import { plainAnswer } from './plain-answer.ts'

type Ask = EngineOperations['ask']['ask']

interface OpenAsk extends Ask {
  /** The findings that it was last answered for. */
  readonly answered: number | null
}

/** The questions that are open, by the id of their request, in the order in which they were asked. */
export class OpenAsks {
  private readonly asks = new Map<number, OpenAsk>()

  put(id: number, ask: Ask): void {
    this.asks.set(id, { ...ask, answered: null })
  }

  drop(id: number): void {
    this.asks.delete(id)
  }

  /** Answers the ask that has waited longest for these findings; null where none waits. */
  answerNext(known: Known, version: number): { id: number; value: VersionedAnswer } | null {
    for (const [id, open] of this.asks) {
      if (open.answered === version || !canAnswer(open, known)) continue
      this.asks.set(id, { ...open, answered: version })
      return { id, value: answerTo(open, known, version) }
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

function answerTo(open: Ask, known: Known, version: number): VersionedAnswer {
  const { question, ask } = open
  try {
    const asked = questionOf(open)
    if (!asked) throw new Error(`nobody knows the question ${question}`)
    // The hook asked with the type of the question that it named.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const value: unknown = asked.answer(known, ask as never)
    return { version, value: plainAnswer(value) }
  } catch (error) {
    return { version, failure: failureData(error) }
  }
}
