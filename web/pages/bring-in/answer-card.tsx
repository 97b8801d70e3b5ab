import { answerQuestion } from '../../data/questions/answer-question.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { useText } from '../../locales/use-text.ts'
import { AnswerLines } from '../../parts/answer-lines.tsx'
import { PlaceLink } from '../../parts/evidence/place-link.tsx'
import { ReadingEvidence } from '../../parts/evidence/reading-evidence.tsx'

/** What came of an import: what it was, until when, and what to do, with the way to the incident. */
export function AnswerCard() {
  const t = useText()
  const { state, value } = useAnswer(answerQuestion, 'newest')
  if (state === 'failed') return null // the incidents page says why
  if (state === 'loading' || value === null) return <ReadingEvidence />
  const { answer, incident, now } = value
  return (
    <section className="answer-card" aria-labelledby="answer">
      <AnswerLines id="answer" answer={answer} now={now} />
      {incident === null ? null : (
        <PlaceLink className="button button-primary" to={{ view: 'incidents', incident }}>
          {t('bringIn.seeIncidents')}
        </PlaceLink>
      )}
    </section>
  )
}
