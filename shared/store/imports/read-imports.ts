import type { Instant } from '../../time/instant.ts'
import { guarded } from '../database/guarded.ts'
import { rowsUnder } from '../segments/key-range.ts'
import type { ImportedInput } from '../database/schema.ts'
import type { Store } from '../database/store.ts'

/** An import that can be undone. */
export interface Import {
  readonly id: string
  /** Null where it was made before this was kept; likewise the inputs. */
  readonly at: Instant | null
  readonly inputs: readonly ImportedInput[] | null
}

/** The imports of an account that have not been undone, newest first, those of an unknown time last. Throws a StoreError. */
export function importsOf(store: Store, account: string): Promise<Import[]> {
  return guarded(store, async () => {
    const notes = await rowsUnder(store.imports, account).toArray()
    return notes
      .toSorted((a, b) => (b.at ?? -Infinity) - (a.at ?? -Infinity))
      .map(({ id, at, inputs }) => ({ id, at: at ?? null, inputs: inputs ?? null }))
  })
}
