import { useCallback, useEffect, useRef } from 'react'
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
  const intake = useIntake()
  const imports = useImports()
  const stageSample = useSample(intake)
  return (
    <div className="bring-in-page">
      <PageHead title={t('nav.bring-in')} lead={t('bringIn.lead')} />
      <Outcome intake={intake} />
      <div className="bring-in">
        <PasteBox
          text={intake.text}
          onText={intake.setText}
          onFiles={intake.addFiles}
          onSample={stageSample}
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
        <Keeping intake={intake} />
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

type Intake = ReturnType<typeof useIntake>

/**
 * Stages the sample, when it is asked for here or by the address. Where there is no evidence yet it is kept as soon as it
 * has been read; among evidence of one's own it waits for the button, as everything else does.
 */
function useSample({ stage, keep, inputs, pending, busy }: Intake): () => void {
  const isAsked = usePlace((place) => place.part) === 'sample'
  const findings = useFindings()
  const keeps = useRef(false)
  const stageSample = useCallback(() => {
    stage(SAMPLE)
    keeps.current = findings !== null && isEmpty(findings)
  }, [stage, findings])
  useEffect(() => {
    if (!isAsked || !findings) return
    stageSample()
    replacePlace({ part: null })
  }, [isAsked, findings, stageSample])
  const isRead = inputs.length === SAMPLE.length && !pending && !busy
  useEffect(() => {
    if (!isRead || !keeps.current) return
    keeps.current = false
    void keep()
  }, [isRead, keep])
  return stageSample
}

/** What the last keeping did, and what could not be taken. */
function Outcome({ intake: { kept, change, failure, notTaken } }: { readonly intake: Intake }) {
  const t = useText()
  return (
    <>
      {kept ? <KeptNotice key={kept.importId} kept={kept} onChange={() => change(kept)} /> : null}
      {failure === null ? null : (
        <Notice kind="error" live title={t('bringIn.failed')}>
          <p>{errorText(failure.error, t)}</p>
        </Notice>
      )}
      {notTaken.unreadable.map((name) => (
        <Notice key={name} kind="error" live title={t('bringIn.unreadable', { name })} />
      ))}
      <LeftOutNotice leftOut={notTaken.leftOut} />
    </>
  )
}

/** The question that only the reader can answer, and the button that keeps what was read. */
function Keeping({
  intake: { inputs, pending, busy, answer, setAnswer, keep },
}: {
  readonly intake: Intake
}) {
  const read = inputs.flatMap(({ reading }) => (reading.state === 'read' ? [reading.summary] : []))
  return (
    <>
      {read.some(({ zoneless }) => zoneless) && !pending ? (
        <ZoneQuestion inputs={inputs} answer={answer} onAnswer={setAnswer} />
      ) : null}
      <KeepButton read={read} pending={pending} busy={busy} onKeep={() => void keep()} />
    </>
  )
}
