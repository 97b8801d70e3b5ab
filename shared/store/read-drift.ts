import type { UnknownField } from '../evidence/kinds/reject.ts'
import { guarded } from './database/guarded.ts'
import { rowsUnder } from './segments/key-range.ts'
import type { Store } from './database/store.ts'

/** Fields of an account's captures that no schema knows, by source and path. */
export function unknownFieldsOf(store: Store, account: string): Promise<UnknownField[]> {
  return guarded(store, async () => {
    const owned = await rowsUnder(store.unknownFields, account).toArray()
    return owned.map(({ item }) => item)
  })
}
