import type { ReactNode } from 'react'
import type { Answer } from '../../shared/analyse/views/answer.ts'
import type { NextStep } from '../../shared/analyse/views/next-steps.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { useWording } from '../locales/use-wording.ts'
import { useZone } from '../state/use-zone.ts'
import { Unbroken } from './text/unbroken.tsx'
import './answer-lines.css'

interface AnswerLinesProps {
  /** Of the heading, for what it names. */
  readonly id: string
  readonly answer: Answer
  /** When the answer was given. */
  readonly now: Instant
  /** A link to where a step can be taken, made of its sentence; null where the sentence stands alone. */
  readonly linkOfStep?: (step: NextStep['do'], sentence: string) => ReactNode
  /** The way to what rules causes out. */
  readonly why?: ReactNode
}

/** The answer in sentences: the state as a heading, the cause, the way out, what to do, and what is ruled out. */
export function AnswerLines({ id, answer, now, linkOfStep, why }: AnswerLinesProps) {
  const wording = useWording()
  const { state, cause, ruledOut, wayOut, next } = wording.answer(answer, now, useZone())
  return (
    <>
      <h2 id={id} className="answer-state">
        <Unbroken text={state} />
      </h2>
      {cause.length === 0 ? null : (
        <p className="answer-cause">{cause.join(wording.language === 'zh' ? '' : ' ')}</p>
      )}
      {wayOut === null ? null : <p className="answer-way-out">{wayOut}</p>}
      {next.length === 0 ? null : (
        <ul className="answer-next">
          {answer.next.map((step, index) => {
            const sentence = next[index] ?? ''
            return <li key={step.do}>{linkOfStep?.(step.do, sentence) ?? sentence}</li>
          })}
        </ul>
      )}
      {ruledOut === null ? null : (
        <p className="answer-rest">
          {ruledOut} {why}
        </p>
      )}
    </>
  )
}
