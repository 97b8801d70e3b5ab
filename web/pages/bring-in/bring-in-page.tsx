import { useEffect, useRef } from 'react'
import { isEmpty, useFindings } from '../../data/findings.ts'
import { useImports } from '../../data/use-imports.ts'
import { useText } from '../../locales/use-text.ts'
import { errorText } from '../../parts/text/error-text.ts'
import { Notice } from '../../parts/status/notice.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { SAMPLE } from '../../sample/incident-2-march.ts'
import { replacePlace, usePlace } from '../../state/use-place.ts'
import { ImportList } from './kept/import-list.tsx'
import { InputCard } from './given/input-card.tsx'
import { KeepButton } from './kept/keep-button.tsx'
import { KeptNotice } from './kept/kept-notice.tsx'
import { LeftOutNotice } from './pieces/left-out-notice.tsx'
import { LogFolderCard } from './given/log-folder-card.tsx'
import { PasteBox } from './given/paste-box.tsx'
import { useIntake } from './given/use-intake.ts'
import { WhatToPaste } from './given/what-to-paste.tsx'
import { ZoneQuestion } from './given/zone-question.tsx'
import './bring-in.css'
import '../../parts/field.css'

/** Evidence comes in: shows live what was recognised, asks what only the reader can know, keeps, and says what was new. */
export function BringInPage() {
  const t = useText()
  const sampleAsked = usePlace((place) => place.part) === 'sample'
  const intake = useIntake()
  const imports = useImports()
  const { stage, keep, pending, busy } = intake
  const findings = useFindings()
  // Among evidence of one's own the sample waits for the button, as everything else does.
  const keepsSample = useRef(false)
  useEffect(() => {
    if (!sampleAsked || !findings) return
    stage(SAMPLE)
    keepsSample.current = isEmpty(findings)
    replacePlace({ part: null })
  }, [sampleAsked, findings, stage])
  const isRead = intake.inputs.length === SAMPLE.length && !pending && !busy
  useEffect(() => {
    if (!isRead || !keepsSample.current) return
    keepsSample.current = false
    void keep()
  }, [isRead, keep])
  const read = intake.inputs.flatMap(({ reading }) => (reading.state === 'read' ? [reading.summary] : []))
  return (
    <div className="bring-in-page">
      <PageHead title={t('nav.bring-in')} lead={t('bringIn.lead')} />
      {intake.kept ? (
        <KeptNotice
          key={intake.kept.importId}
          kept={intake.kept}
          onChange={() => (intake.kept ? intake.change(intake.kept) : Promise.resolve())}
        />
      ) : null}
      {intake.failure === null ? null : (
        <Notice kind="error" live title={t('bringIn.failed')}>
          <p>{errorText(intake.failure.error, t)}</p>
        </Notice>
      )}
      {intake.notTaken.unreadable.map((name) => (
        <Notice key={name} kind="error" live title={t('bringIn.unreadable', { name })} />
      ))}
      <LeftOutNotice leftOut={intake.notTaken.leftOut} />
      <div className="bring-in">
        <PasteBox
          text={intake.text}
          onText={intake.setText}
          onFiles={intake.addFiles}
          onSample={() => {
            stage(SAMPLE)
            keepsSample.current = findings !== null && isEmpty(findings)
          }}
        />
        <section className="recognised" aria-label={t('bringIn.recognised')}>
          {intake.inputs.length === 0 ? <WhatToPaste /> : null}
          {intake.inputs.map((input) => (
            <InputCard
              key={input.id}
              input={input}
              onUnlock={(passphrase) => void intake.unlock(input.id, input.source, passphrase)}
              onLeaveOut={(pieces) => intake.leaveOut(input.id, pieces)}
              onRemove={() => intake.remove(input.id)}
            />
          ))}
        </section>
      </div>
      {intake.inputs.length > 0 ? (
        <>
          {read.some(({ zoneless }) => zoneless) && !intake.pending ? (
            <ZoneQuestion inputs={intake.inputs} answer={intake.answer} onAnswer={intake.setAnswer} />
          ) : null}
          <KeepButton
            read={read}
            pending={intake.pending}
            busy={intake.busy}
            onKeep={() => void intake.keep()}
          />
        </>
      ) : (
        <>
          {/* Under inputs that wait it would scroll their button out of view. */}
          <LogFolderCard />
          {imports ? <ImportList imports={imports} onUndone={intake.forgetKept} /> : null}
        </>
      )}
    </div>
  )
}
