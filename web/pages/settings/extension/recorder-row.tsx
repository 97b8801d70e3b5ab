import { useId } from 'react'
import type { RecorderView } from '../../../../shared/recorder/status.ts'
import type { Extension } from '../../../data/use-extension.ts'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { Button } from '../../../parts/button.tsx'
import { Sentences } from '../../../parts/text/sentences.tsx'
import { useChosen } from './use-chosen.ts'
import { useMoment } from './use-moment.ts'

interface RecorderRowProps {
  readonly recorder: RecorderView
  readonly act: Extension['act']
}

/** The recorder of a site: on or off, what it does, and the way on where it has stopped. */
export function RecorderRow({ recorder, act }: RecorderRowProps) {
  const t = useText()
  const id = useId()
  const { site, phase } = recorder
  const start = () => void act((each) => each.record(site, true))
  const [on, choose] = useChosen(phase !== 'off', (chosen) => act((each) => each.record(site, chosen)))
  return (
    <div className="recorder">
      <div className="recorder-head">
        <label className="choice" htmlFor={id}>
          <input
            id={id}
            type="checkbox"
            checked={on}
            onChange={(event) => choose(event.currentTarget.checked)}
          />
          {t('record.site', { site })}
        </label>
        {phase === 'stopped' || phase === 'ready' ? (
          <Button onClick={start}>{t(phase === 'ready' ? 'record.startNow' : 'record.goOn')}</Button>
        ) : null}
      </div>
      <output className="recorder-state">
        <RecorderStateText recorder={recorder} />
      </output>
    </div>
  )
}

function RecorderStateText({ recorder }: { readonly recorder: RecorderView }) {
  const t = useText()
  const wording = useWording()
  const moment = useMoment()
  const { phase, reason, due, read, interval, refusal } = recorder
  const last = read === null ? t('record.neverRead') : t('record.lastRead', { at: moment(read) })
  switch (phase) {
    case 'off':
      return <>{t('record.phase.off')}</>
    case 'ready':
      return (
        <Sentences>
          {t('record.phase.ready')}
          {last}
        </Sentences>
      )
    case 'reading':
      return (
        <Sentences>
          {t('record.phase.reading')}
          {last}
        </Sentences>
      )
    case 'resting':
      return (
        <Sentences>
          {due === null
            ? null
            : t('record.phase.resting', { at: moment(due), every: wording.duration(interval) })}
          {last}
        </Sentences>
      )
    case 'stopped':
      return (
        <Sentences>
          {t(`record.reason.${reason ?? 'user'}`)}
          {refusal === null ? null : t('record.status', { status: refusal })}
          {last}
        </Sentences>
      )
  }
}
