import { FolderSync } from 'lucide-react'
import { canFollowFolder } from '../../../data/folder/folder-access.ts'
import { useLogFolder, type LogFolder } from '../../../data/folder/log-folder-context.ts'
import { useText } from '../../../locales/use-text.ts'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { errorText } from '../../../parts/text/error-text.ts'
import { Notice } from '../../../parts/status/notice.tsx'

/** A folder of logs is chosen once and followed from then on; where the browser cannot, that is said instead. */
export function LogFolderCard() {
  const t = useText()
  const folder = useLogFolder()
  const { failure, last } = folder
  return (
    <Card className="log-folder" title={t('logFolder.title')} note={t('logFolder.note')}>
      {!canFollowFolder() ? (
        <p>{t('logFolder.unsupported')}</p>
      ) : folder.name === null ? (
        <Unchosen folder={folder} />
      ) : (
        <Followed folder={folder} name={folder.name} />
      )}
      {failure === null ? null : (
        <Notice kind="error" live title={t('logFolder.failed')}>
          <p>{errorText(failure.error, t)}</p>
        </Notice>
      )}
      {last?.unreadable.map((name) => (
        <Notice key={name} kind="warn" live title={t('logFolder.unreadable', { name })} />
      ))}
    </Card>
  )
}

function Unchosen({ folder }: { readonly folder: LogFolder }) {
  const t = useText()
  return (
    <>
      <p className="field-hint">{t('logFolder.hidden')}</p>
      <Button icon={<FolderSync aria-hidden="true" />} onClick={() => void folder.choose()}>
        {t('logFolder.choose')}
      </Button>
    </>
  )
}

function Followed({ folder, name }: { readonly folder: LogFolder; readonly name: string }) {
  const t = useText()
  const { mustAsk, isBusy, isObserved, last, logs } = folder
  return (
    <>
      <p>
        <strong>{t('logFolder.following', { name })}</strong> {t('logFolder.logs', { count: logs })}
      </p>
      <p className="field-hint">
        {mustAsk
          ? t('logFolder.mustAsk', { name })
          : t(isObserved ? 'logFolder.observed' : 'logFolder.looked')}
      </p>
      <output className="field-hint">
        {isBusy ? t('logFolder.looking') : last ? t('logFolder.read', { count: last.read }) : ''}
      </output>
      <div className="log-folder-actions">
        {mustAsk ? (
          <Button kind="primary" onClick={() => void folder.allow()}>
            {t('logFolder.allow')}
          </Button>
        ) : (
          <Button disabled={isBusy} onClick={() => void folder.look()}>
            {t('logFolder.look')}
          </Button>
        )}
        <Button onClick={() => void folder.choose()}>{t('logFolder.another')}</Button>
        <Button onClick={() => void folder.stop()}>{t('logFolder.stop')}</Button>
      </div>
    </>
  )
}
