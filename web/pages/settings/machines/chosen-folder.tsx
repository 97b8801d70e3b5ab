import type { HistoryFolderState } from '../../../data/history-folder/history-folder-context.ts'
import { useText } from '../../../locales/use-text.ts'
import { Button } from '../../../parts/button.tsx'
import { Sentences } from '../../../parts/text/sentences.tsx'
import { useMoment } from '../extension/use-moment.ts'

interface ChosenFolderProps {
  readonly folder: HistoryFolderState
  readonly name: string
}

/** What is done with the folder, and what can be done about it. */
export function ChosenFolder({ folder, name }: ChosenFolderProps) {
  const t = useText()
  const moment = useMoment()
  const { mustAsk, isBusy, isObserved, changed, writtenAt } = folder
  return (
    <>
      <p>
        <Sentences>
          <strong>{t('machines.folder', { name })}</strong>
          {writtenAt === null ? t('machines.notWritten') : t('machines.written', { at: moment(writtenAt) })}
        </Sentences>
      </p>
      <p className="field-hint">
        {mustAsk ? (
          t('machines.mustAsk', { name })
        ) : (
          <Sentences>
            {t('machines.writes')}
            {t(isObserved ? 'machines.observed' : 'machines.looked')}
          </Sentences>
        )}
      </p>
      <output className="field-hint">
        {isBusy ? t('machines.looking') : changed === null ? '' : t('machines.read', { count: changed })}
      </output>
      <div className="machines-actions">
        {mustAsk ? (
          <Button kind="primary" onClick={() => void folder.allow()}>
            {t('machines.allow')}
          </Button>
        ) : (
          <Button disabled={isBusy} onClick={() => void folder.look()}>
            {t('machines.look')}
          </Button>
        )}
        <Button onClick={() => void folder.choose()}>{t('machines.another')}</Button>
        <Button onClick={() => void folder.stop()}>{t('machines.stop')}</Button>
        <Button disabled={mustAsk} onClick={() => void folder.retire()}>
          {t('machines.retire')}
        </Button>
      </div>
      <p className="field-hint">{t('machines.retireHint')}</p>
    </>
  )
}
