import { useCallback } from 'react'
import { useEngine } from './engine-context.ts'
import type { Answer } from './engine/answer-feed.ts'
import type { Question } from './questions/question.ts'

type AskOnce = <Ask, Value>(question: Question<Ask, Value>, ask: Ask) => Promise<Value>

/** Asks a question now, for doing something with the answer; what comes later does not change it. */
export function useAskOnce(): AskOnce {
  const engine = useEngine()
  return useCallback(
    <Ask, Value>(question: Question<Ask, Value>, ask: Ask) =>
      new Promise<Value>((resolve, reject) => {
        const feed = engine.feed()
        const stop = feed.subscribe(() => {
          // What comes back is what the question of that name gives.
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion
          const answer = feed.answer() as Answer<Value>
          if (answer.state === 'loading') return
          stop()
          feed.leave()
          if (answer.state === 'ready') resolve(answer.value)
          else reject(answer.error)
        })
        feed.ask(question.name, JSON.stringify(ask))
      }),
    [engine],
  )
}
