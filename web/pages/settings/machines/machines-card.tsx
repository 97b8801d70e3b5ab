import { FolderSync } from 'lucide-react'
import { canFollowFolder } from '../../../data/folder/folder-access.ts'
import { useHistoryFolder } from '../../../data/history-folder/history-folder-context.ts'
import { useText } from '../../../locales/use-text.ts'
import { accountName } from '../../../parts/text/account-name.ts'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { errorText } from '../../../parts/text/error-text.ts'
import { Notice } from '../../../parts/status/notice.tsx'
import { ParserText } from '../../../parts/text/parser-text.tsx'
import { accountForImports, usePreferences } from '../../../state/preferences.ts'
import { ByHand } from './by-hand.tsx'
import { ChosenFolder } from './chosen-folder.tsx'
import { InstallationList } from './installation-list.tsx'
import { InstallationName } from './installation-name.tsx'
import './machines.css'

/** Several machines as one history through a folder that the reader syncs; by hand where the browser cannot write into one. */
export function MachinesCard() {
  const t = useText()
  const folder = useHistoryFolder()
  const account = accountName(usePreferences(accountForImports), t)
  const { failure, takenBy, problems, name } = folder
  return (
    <Card className="machines" title={t('machines.title')} note={t('machines.note', { account })}>
      <InstallationName key={folder.installation?.name ?? ''} folder={folder} />
      {!canFollowFolder() ? (
        <ByHand folder={folder} />
      ) : name === null ? (
        <div className="machines-actions">
          <Button icon={<FolderSync aria-hidden="true" />} onClick={() => void folder.choose()}>
            {t('machines.choose')}
          </Button>
        </div>
      ) : (
        <ChosenFolder folder={folder} name={name} />
      )}
      <InstallationList folder={folder} />
      {failure === null ? null : (
        <Notice kind="error" live title={t('machines.failed')}>
          <p>{errorText(failure.error, t)}</p>
        </Notice>
      )}
      {takenBy === null ? null : (
        <Notice kind="error" live title={t('machines.taken', { account: accountName(takenBy, t) })}>
          <p>{t('machines.takenHint')}</p>
        </Notice>
      )}
      {problems.map(({ name: file, reason }) => (
        <Notice key={file} kind="warn" live title={t('machines.leftOut', { file })}>
          <p>
            <ParserText said={reason} />
          </p>
        </Notice>
      ))}
    </Card>
  )
}
