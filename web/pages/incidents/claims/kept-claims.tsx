import { Trash2 } from 'lucide-react'
import type { AttachedAnnotation } from '../../../../shared/analyse/blocks/attach-annotations.ts'
import { readClaim } from '../../../../shared/analyse/views/claims/read-claim.ts'
import { adding, inverseOf } from '../../../../shared/evidence/user-items.ts'
import { claimsQuestion } from '../../../data/questions/claims-question.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { useUserChange } from '../../../data/use-user-items.ts'
import { useText } from '../../../locales/use-text.ts'
import { Button } from '../../../parts/button.tsx'
import { ClaimResult } from './claim-result.tsx'

interface KeptClaimsProps {
  readonly kept: readonly AttachedAnnotation[]
  readonly about: string
}

/** The claims that were kept, judged again with whatever evidence there is now. */
export function KeptClaims({ kept, about }: KeptClaimsProps) {
  const t = useText()
  const change = useUserChange()
  const texts = kept.map(({ annotation }) => annotation.text)
  const answer = useAnswer(claimsQuestion, texts.length === 0 ? null : { texts, about })
  if (kept.length === 0) return null
  return (
    <ul className="kept-claims" aria-label={t('claims.kept')}>
      {kept.map(({ annotation }) => {
        const judged = answer.value?.find(({ text }) => text === annotation.text)
        return (
          <li key={annotation.id} className="kept-claim">
            <div className="kept-claim-head">
              <p className="kept-claim-text">“{annotation.text}”</p>
              <Button
                kind="quiet"
                aria-label={t('claims.remove', { text: annotation.text })}
                icon={<Trash2 aria-hidden="true" />}
                onClick={() =>
                  void change(inverseOf(adding({ annotations: [annotation] })), t('claims.removed'))
                }
              />
            </div>
            {judged ? (
              <ClaimResult judged={judged} understood={readClaim(annotation.text) !== null} />
            ) : (
              <p className="muted">{t('claims.judging')}</p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
