import { useDeferredValue, useId, useState } from 'react'
import type { AttachedAnnotation } from '../../../../shared/analyse/blocks/attach-annotations.ts'
import { readClaim } from '../../../../shared/analyse/views/claims/read-claim.ts'
import type { Incident, JudgedClaim } from '../../../../shared/analyse/report.ts'
import { adding } from '../../../../shared/evidence/user-items.ts'
import { useHost } from '../../../app/host-context.ts'
import { clockToPickOn } from '../../../data/picked-span.ts'
import { claimsQuestion } from '../../../data/questions/claims-question.ts'
import { useAnswer, type Answer } from '../../../data/use-answer.ts'
import { useUserChange } from '../../../data/use-user-items.ts'
import { useText } from '../../../locales/use-text.ts'
import { errorText } from '../../../parts/text/error-text.ts'
import { Button } from '../../../parts/button.tsx'
import { SelectField } from '../../../parts/select-field.tsx'
import { useZone } from '../../../state/use-zone.ts'
import { FoldedCard } from '../folds/folded-card.tsx'
import { claimForms } from './claim-forms.ts'
import { ClaimResult } from './claim-result.tsx'
import { KeptClaims } from './kept-claims.tsx'
import { createAnnotation } from './create-annotation.ts'
import '../../../parts/field.css'
import './claims-card.css'

const LONGEST = 200

interface ClaimsCardProps {
  readonly incident: Incident
  readonly attached: readonly AttachedAnnotation[]
}

/** "Support says …": typed or picked, and held against the evidence while it is typed. */
export function ClaimsCard({ incident, attached }: ClaimsCardProps) {
  const t = useText()
  const id = useId()
  const zone = useZone()
  const { clock } = useHost()
  const change = useUserChange()
  const [text, setText] = useState('')
  const said = useDeferredValue(text.trim())
  const answer = useAnswer(claimsQuestion, said === '' ? null : { texts: [said], about: incident.id })
  const forms = claimForms(incident.block, clockToPickOn(incident.block, zone))
  const kept = attached.filter(({ annotation }) => annotation.kind === 'claim')
  const isKept = kept.some(({ annotation }) => annotation.text === text.trim())
  const keep = async () => {
    const claim = text.trim()
    if (claim === '' || isKept) return
    const annotation = createAnnotation(incident, 'claim', claim, clock.now())
    if (await change(adding({ annotations: [annotation] }), t('claims.added'))) setText('')
  }
  return (
    <FoldedCard fold="claims" title={t('claims.title')} note={t('claims.note', { count: kept.length })}>
      <KeptClaims kept={kept} about={incident.id} />
      <form
        className="claim-form"
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <div className="field claim-text">
          <label htmlFor={id} className="field-label">
            {t('claims.write')}
          </label>
          <input
            id={id}
            type="text"
            className="field-control"
            maxLength={LONGEST}
            placeholder={t('claims.placeholder')}
            value={text}
            aria-describedby={`${id}-result`}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </div>
        <SelectField
          label={t('claims.pick')}
          value=""
          choices={[
            { value: '', text: t('claims.pickOne') },
            ...forms.map((form) => ({ value: form, text: form })),
          ]}
          onChoice={setText}
        />
        <Button type="submit" disabled={text.trim() === '' || isKept}>
          {t(isKept ? 'claims.isKept' : 'claims.keep')}
        </Button>
      </form>
      <ClaimAnswer id={`${id}-result`} said={said} answer={answer} />
    </FoldedCard>
  )
}

interface ClaimAnswerProps {
  readonly id: string
  readonly said: string
  readonly answer: Answer<readonly JudgedClaim[]>
}

/** What the evidence says to the claim that is in the field. */
function ClaimAnswer({ id, said, answer }: ClaimAnswerProps) {
  const t = useText()
  // while it is being asked, the answer is still the one to what was typed before
  const judged = answer.value?.find(({ text }) => text === said)
  return (
    <div
      id={id}
      aria-live="polite"
      className="claim-live"
      aria-busy={answer.state === 'loading' && said !== ''}
    >
      {said === '' ? (
        <p className="muted">{t('claims.hint')}</p>
      ) : answer.state === 'failed' ? (
        <p className="muted">{t('claims.failed', { reason: errorText(answer.error, t) })}</p>
      ) : judged ? (
        <ClaimResult judged={judged} understood={readClaim(said) !== null} />
      ) : (
        <p className="muted">{t('claims.judging')}</p>
      )}
    </div>
  )
}
