import { useState } from 'react'
import type { Incident } from '../../../shared/analyse/report.ts'
import { unlikeQuestion } from '../../data/questions/incidents/unlike-question.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { useText } from '../../locales/use-text.ts'
import { errorText } from '../../parts/text/error-text.ts'
import { ReadingEvidence } from '../../parts/evidence/reading-evidence.tsx'
import { UnlikeUsualTable } from '../../parts/unlike/unlike-usual-table.tsx'
import { Sentences } from '../../parts/text/sentences.tsx'
import { FoldedCard } from './folds/folded-card.tsx'
import './unlike-usual.css'

/** What was different in this block from the same hours of other days, folded: it is asked for when it is opened. */
export function UnlikeUsual({ incident }: { readonly incident: Incident }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <FoldedCard fold="unlike" title={t('unlike.title')} note={t('unlike.note')} onToggle={setOpen}>
      {open ? <Held incident={incident.id} /> : null}
    </FoldedCard>
  )
}

function Held({ incident }: { readonly incident: string }) {
  const t = useText()
  const answer = useAnswer(unlikeQuestion, { incident })
  if (answer.state === 'failed') return <p>{errorText(answer.error, t)}</p>
  const { value } = answer
  if (value === null) return answer.state === 'loading' ? <ReadingEvidence /> : null
  if (value.blocks === 0) return <p>{t('unlike.notObserved')}</p>
  if (value.others === 0) return <p>{t('unlike.noOthers')}</p>
  return (
    <>
      <p className="unlike-note">
        <Sentences>
          {t('unlike.here', { count: value.others })}
          {t('unlike.caution')}
        </Sentences>
      </p>
      <UnlikeUsualTable unlike={value} />
    </>
  )
}
