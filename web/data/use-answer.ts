import { useMemo, useRef } from 'react'
import { useFindingsState } from './findings.ts'
import type { Question } from './questions/question.ts'

/**
 * How far an answer has come. While a new one is on its way (new evidence, another ask) the last one stays to be drawn:
 * `value` of a loading answer is null only where there never was one.
 */
export type Answer<Value> =
  | { readonly state: 'loading'; readonly value: Value | null }
  | { readonly state: 'failed'; readonly error: Error; readonly value: null }
  | { readonly state: 'ready'; readonly value: Value }

/** The answer to a question, kept up to date while evidence arrives; `null` asks nothing. */
export function useAnswer<Ask, Value>(question: Question<Ask, Value>, ask: Ask | null): Answer<Value> {
  const findings = useFindingsState()
  const last = useRef<Value | null>(null)
  // An ask is plain data: two with the same text are the same ask, whoever made the object.
  const text = JSON.stringify(ask)
  return useMemo((): Answer<Value> => {
    if (findings.state === 'failed') return { state: 'failed', error: findings.error, value: null }
    if (findings.state === 'loading' || ask === null) return { state: 'loading', value: last.current }
    last.current = question.answer(findings.findings, ask)
    return { state: 'ready', value: last.current }
    // oxlint-disable-next-line react/exhaustive-deps -- `text` stands for `ask`
  }, [findings, question, text])
}
