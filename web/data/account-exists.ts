import { accountsOf } from '../../shared/store/accounts/accounts.ts'
import { openStore } from '../../shared/store/database/open-store.ts'

/** Whether there is anything of this account. No where the database cannot be read, which the pages report. */
export async function accountExists(account: string): Promise<boolean> {
  const store = openStore()
  try {
    return (await accountsOf(store)).includes(account)
  } catch {
    return false
  } finally {
    store.close()
  }
}
