import { useEffect } from 'react'
import { useText } from '../../locales/use-text.ts'
import { Button } from '../../parts/button.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { SAMPLE } from '../../sample/incident-2-march.ts'
import { settleAt, usePlace } from '../../state/use-place.ts'
import { InputCard } from './input-card.tsx'
import { KeptNotice } from './kept-notice.tsx'
import { PasteBox } from './paste-box.tsx'
import { piecesOfEvidence, hasZonelessTimes } from './staged.ts'
import { useIntake } from './use-intake.ts'
import { WhatToPaste } from './what-to-paste.tsx'
import { ZoneQuestion } from './zone-question.tsx'
import './bring-in.css'
import '../../parts/field.css'

/** Evidence comes in: shows live what was recognised, asks what only the reader can know, keeps, and says what was new. */
export function BringInPage() {
  const t = useText()
  const sampleAsked = usePlace((place) => place.part) === 'sample'
  const intake = useIntake()
  const { stage } = intake
  useEffect(() => {
    if (!sampleAsked) return
    stage(SAMPLE)
    settleAt({ part: null })
  }, [sampleAsked, stage])
  const pieces = intake.inputs.reduce((sum, { parsed }) => sum + piecesOfEvidence(parsed.evidence), 0)
  const asksZone = intake.inputs.some(({ parsed }) => hasZonelessTimes(parsed.evidence))
  return (
    <>
      <PageHead title={t('nav.bring-in')} lead={t('bringIn.lead')} />
      {intake.kept ? <KeptNotice summaries={intake.kept} /> : null}
      {intake.failure === null ? null : (
        <Notice kind="error" live title={t('bringIn.failed')}>
          <p>{intake.failure}</p>
        </Notice>
      )}
      {intake.refused.map(({ name, reason }) => (
        <Notice key={name} kind="error" live title={t(`bringIn.refused.${reason}`, { name })} />
      ))}
      <div className="bring-in">
        <PasteBox
          text={intake.text}
          onText={intake.setText}
          onFiles={(files) => void intake.addFiles(files)}
          onSample={() => stage(SAMPLE)}
        />
        <section className="recognised" aria-label={t('bringIn.recognised')}>
          {intake.inputs.length === 0 ? <WhatToPaste /> : null}
          {intake.inputs.map((read, index) => (
            <InputCard
              key={`${read.staged.name} ${index}`}
              read={read}
              onRemove={read.staged.via === 'file' ? () => intake.remove(read.staged) : null}
            />
          ))}
        </section>
        {intake.inputs.length > 0 ? (
          <div className="decide">
            {asksZone ? <ZoneQuestion answer={intake.answer} onAnswer={intake.setAnswer} /> : null}
            <div className="keep">
              <Button
                kind="primary"
                disabled={intake.busy || intake.pending}
                onClick={() => void intake.keep()}
              >
                {intake.busy ? t('bringIn.keeping') : t('bringIn.keep', { count: pieces })}
              </Button>
              <p className="field-hint">{t('bringIn.keepHint')}</p>
            </div>
          </div>
        ) : null}
      </div>
    </>
  )
}
