import type { Table } from 'dexie'
import type { Evidence } from '../evidence/evidence.ts'
import type { When } from '../evidence/when.ts'
import { rowsUnder } from './key-range.ts'
import { reanchor } from '../evidence/annotation.ts'
import type { Owned } from './schema.ts'
import type { Store } from './store.ts'
import { changeZone, concerns, type ZoneChange } from './zone-change.ts'

/*
 * What happens to what the user wrote when rows get their zone. All must run inside a transaction over `evidenceTables`.
 */

/** Old and new ids of the rows whose id was made of their time; both lists hold the same rows in the same order. */
export const newIdsOf = (before: Evidence, after: Evidence): ReadonlyMap<string, string> =>
  new Map(
    before.records.flatMap(({ id }, index) => {
      const next = after.records[index]
      return next && next.id !== id ? [[id, next.id] as const] : []
    }),
  )

export async function reanchorAnnotations(
  store: Store,
  account: string,
  newIds: ReadonlyMap<string, string>,
): Promise<void> {
  const owned = await rowsUnder(store.annotations, account).toArray()
  const moved = owned.filter(({ item }) => newIds.has(item.anchor))
  await store.annotations.bulkPut(moved.map(({ item }) => ({ account, item: reanchor(item, newIds) })))
}

/** What the user marked, or wrote on an incident, of a zone-less timeline moves with it. */
export async function rezoneUserItems(store: Store, account: string, change: ZoneChange): Promise<void> {
  await rezoneAll(store.marks, account, change)
  await rezoneAll(store.annotations, account, change)
}

async function rezoneAll<Item extends { readonly when: When }>(
  table: Table<Owned<Item>, readonly string[]>,
  account: string,
  change: ZoneChange,
): Promise<void> {
  const owned = await rowsUnder(table, account).toArray()
  const moved = owned.filter(({ item }) => concerns(change, item.when))
  await table.bulkPut(
    moved.map(({ item }) => ({ account, item: { ...item, when: changeZone(change, item.when) } })),
  )
}
