import type { Table } from 'dexie'
import type { UserChange } from '../evidence/user-items.ts'
import { NO_SMALL_ITEMS } from './accounts/accounts.ts'
import { Disputes } from './imports/disputes.ts'
import { nameOf } from './imports/imported-items.ts'
import { NO_DAY } from './segments/segment-home.ts'
import { guarded } from './database/guarded.ts'
import { SMALL_SHELVES } from './put-small.ts'
import type { Owned, SmallKind } from './database/schema.ts'
import type { Store } from './database/store.ts'

type UserKind = Extract<SmallKind, 'marks' | 'annotations'>

/**
 * Adds and removes notes and marks in one transaction, and returns the change that took effect: without items that were
 * already there or already gone (another tab may have been faster). Its inverse undoes exactly that. Throws a StoreError.
 */
export function changeUserItems(store: Store, account: string, change: UserChange): Promise<UserChange> {
  return guarded(store, () =>
    store.transaction('rw', [store.marks, store.annotations, store.accounts, store.disputes], async () => {
      const marks = await changeKind(SMALL_SHELVES.marks.table(store), account, change, 'marks')
      const annotations = await changeKind(
        SMALL_SHELVES.annotations.table(store),
        account,
        change,
        'annotations',
      )
      const done: UserChange = {
        add: { marks: marks.added, annotations: annotations.added },
        drop: { marks: marks.dropped, annotations: annotations.dropped },
      }
      for (const kind of ['marks', 'annotations'] as const)
        await forgetSayings(store, account, kind, done.drop[kind])
      await noteCounts(store, account, done)
      return done
    }),
  )
}

type ItemOf<Kind extends UserKind> = UserChange['add'][Kind][number]

async function changeKind<Kind extends UserKind>(
  table: Table<Owned<ItemOf<Kind>>, readonly string[]>,
  account: string,
  { add, drop }: UserChange,
  kind: Kind,
): Promise<{ readonly added: ItemOf<Kind>[]; readonly dropped: ItemOf<Kind>[] }> {
  const keyOf = ({ id }: ItemOf<Kind>) => [account, id]
  const leaving: readonly ItemOf<Kind>[] = drop[kind]
  const coming: readonly ItemOf<Kind>[] = add[kind]
  const found = await table.bulkGet(leaving.map(keyOf))
  const dropped = found.flatMap((owned) => (owned ? [owned.item] : []))
  await table.bulkDelete(dropped.map(keyOf))
  const known = await table.bulkGet(coming.map(keyOf))
  const added = coming.filter((_, index) => known[index] === undefined)
  await table.bulkPut(added.map((item) => ({ account, item })))
  return { added, dropped }
}

/** What the user removed does not come back as somebody else told of it. */
async function forgetSayings<Kind extends UserKind>(
  store: Store,
  account: string,
  kind: Kind,
  dropped: readonly ItemOf<Kind>[],
): Promise<void> {
  if (dropped.length === 0) return
  const disputes = await Disputes.near<ItemOf<Kind>>(store, account, kind, [NO_DAY])
  for (const { id } of dropped) disputes.set(nameOf([id]), NO_DAY, [])
  await disputes.write()
}

async function noteCounts(store: Store, account: string, { add, drop }: UserChange): Promise<void> {
  const small = (await store.accounts.get(account))?.small ?? NO_SMALL_ITEMS
  await store.accounts.put({
    account,
    small: {
      ...small,
      marks: small.marks + add.marks.length - drop.marks.length,
      annotations: small.annotations + add.annotations.length - drop.annotations.length,
    },
  })
}
