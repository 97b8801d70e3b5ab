import { useEffect, useState, useSyncExternalStore } from 'react'
import { useEngine } from './engine-context.ts'
import type { Answer } from './engine/answer-feed.ts'
import { useFindingsState } from './findings.ts'
import type { Question } from './questions/question.ts'

export type { Answer } from './engine/answer-feed.ts'

/** The answer to a question, kept up to date while evidence arrives; `null` asks nothing. */
export function useAnswer<Ask, Value>(question: Question<Ask, Value>, ask: Ask | null): Answer<Value> {
  const engine = useEngine()
  const findings = useFindingsState()
  const [feed] = useState(() => engine.feed())
  // An ask is plain data: two with the same text are the same ask, whoever made the object.
  const text = ask === null ? null : JSON.stringify(ask)
  useEffect(() => {
    if (text === null) return
    feed.ask(question.name, text)
    return () => feed.leave()
  }, [feed, question, text])
  // What comes back is what the question of that name gives.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const answer = useSyncExternalStore(feed.subscribe, feed.answer) as Answer<Value>
  if (findings.state === 'failed') return { state: 'failed', error: findings.error, value: null }
  // The engine hears of a new ask only after this has been drawn.
  if (text === null || !feed.isAbout(question.name, text)) return { state: 'loading', value: answer.value }
  return answer
}
