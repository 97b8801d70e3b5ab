import { isSharedHistory } from '../../shared/evidence/shared-history.ts'
import { useText } from '../locales/use-text.ts'
import { accountName } from '../parts/text/account-name.ts'
import { Button } from '../parts/button.tsx'
import { Notice } from '../parts/status/notice.tsx'
import { showHistory, usePreferences } from '../state/preferences.ts'

/** Says that what is shown is a history that somebody shared, with the way back; nothing while one's own is shown. */
export function SharedHistory() {
  const t = useText()
  const account = usePreferences((state) => state.account)
  const own = usePreferences((state) => state.ownAccount)
  if (!isSharedHistory(account)) return null
  return (
    <Notice
      kind="info"
      title={accountName(account, t)}
      actions={<Button onClick={() => showHistory(own)}>{t('shared.back')}</Button>}
    >
      <p>{t('shared.text')}</p>
    </Notice>
  )
}
