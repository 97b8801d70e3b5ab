import { isSharedHistory, writtenOn } from '../../../shared/evidence/shared-history.ts'
import type { Text } from '../../locales/use-text.ts'
import { UNASSIGNED } from '../../state/preferences.ts'

/** What an account or a shared history is called on the screen. */
export function accountName(account: string, t: Text): string {
  if (account === UNASSIGNED) return t('settings.unassigned')
  return isSharedHistory(account) ? t('shared.name', { day: writtenOn(account) }) : account
}
