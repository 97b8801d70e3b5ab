import { guarded } from '../database/guarded.ts'
import { byKind } from '../../evidence/kinds/kinds.ts'
import type { PutSummary } from '../put-summary.ts'
import { SMALL_KINDS, type Account } from '../database/schema.ts'
import type { Store } from '../database/store.ts'

/** Labels of all accounts that have evidence or captures, sorted. */
export const accountsOf = (store: Store): Promise<string[]> =>
  guarded(store, () => store.accounts.orderBy('account').primaryKeys())

export const NO_SMALL_ITEMS: Account['small'] = byKind(SMALL_KINDS, () => 0)

/**
 * Records that the account exists and what a put added to its small tables; counting them would cost as much as reading
 * them. Must run inside a transaction that writes accounts.
 */
export async function noteAccount(store: Store, account: string, summary: PutSummary | null): Promise<void> {
  const known = await store.accounts.get(account)
  const small = { ...(known?.small ?? NO_SMALL_ITEMS) }
  for (const kind of SMALL_KINDS) small[kind] += summary?.[kind].added ?? 0
  const grown = SMALL_KINDS.some((kind) => small[kind] !== known?.small[kind])
  if (!known || grown) await store.accounts.put({ account, small })
}
