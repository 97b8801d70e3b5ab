import type { UnknownField } from '../evidence/reject.ts'
import { guarded } from './guarded.ts'
import { rowsUnder } from './key-range.ts'
import type { Store } from './store.ts'

/** Fields of an account's captures that no schema knows, by source and path. */
export function unknownFieldsOf(store: Store, account: string): Promise<UnknownField[]> {
  return guarded(store, async () => {
    const owned = await rowsUnder(store.unknownFields, account).toArray()
    return owned.map(({ item }) => item)
  })
}
