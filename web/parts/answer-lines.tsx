import type { Answer } from '../../shared/analyse/views/answer.ts'
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
}

/** The answer in sentences: the state as a heading, the cause, the way out, what is ruled out, and what to do. */
export function AnswerLines({ id, answer, now }: AnswerLinesProps) {
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
      {ruledOut === null ? null : <p className="answer-rest">{ruledOut}</p>}
      {next.length === 0 ? null : (
        <ul className="answer-next">
          {next.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      )}
    </>
  )
}
