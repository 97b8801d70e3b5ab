import type { Table } from 'dexie'
import type { Reject } from '../evidence/kinds/reject.ts'
import { readOlderReject, type OlderReject } from '../evidence/sentences/older-reject.ts'
import type { Owned } from './database/schema.ts'

/**
 * From version 4 to 5: rejects keep a sentence and its values where they kept an English text. Their ids, which are part of
 * their keys, follow. Runs inside the transaction of the upgrade.
 */
export async function upgradeTo5(rejects: Table): Promise<void> {
  const older: readonly Owned<OlderReject>[] = await rejects.toArray()
  await rejects.clear()
  await rejects.bulkPut(
    older.map((owned): Owned<Reject> => ({ ...owned, item: readOlderReject(owned.item) })),
  )
}
