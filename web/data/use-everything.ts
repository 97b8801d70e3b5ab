import { useMemo } from 'react'
import { countsOf, type Findings } from './findings.ts'
import { everythingQuestion } from './questions/everything-question.ts'
import type { Known } from './questions/question.ts'
import { useAnswer } from './use-answer.ts'

export type Everything = Known & Pick<Findings, 'counts'>

/** All evidence, on the page. It goes when the last page that draws from it asks for what it draws. */
export function useEverything(): Everything | null {
  const known = useAnswer(everythingQuestion, true).value
  return useMemo(() => known && { ...known, counts: countsOf(known.evidence) }, [known])
}
