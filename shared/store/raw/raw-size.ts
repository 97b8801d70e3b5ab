import { guarded } from '../database/guarded.ts'
import type { Store } from '../database/store.ts'

/** How many captured texts are kept, how many of them wait for being parsed, and about how many bytes they take. */
export interface RawSize {
  readonly count: number
  readonly waiting: number
  readonly bytes: number
}

/** Read from an index, so that no text is read. */
export function rawSizeOf(store: Store): Promise<RawSize> {
  return guarded(store, () =>
    store.transaction('r', store.raw, async () => {
      const sizes = await store.raw.orderBy('bytes').keys()
      return {
        count: sizes.length,
        waiting: await store.raw.orderBy('pending').count(),
        bytes: sizes.reduce<number>((sum, bytes) => sum + Number(bytes), 0),
      }
    }),
  )
}

/**
 * Drops parsed captures, the oldest first, until what is left takes at most `bytes`; those that wait stay, and so do those
 * of unknown age. Gives how many it dropped.
 */
export function dropRawOver(store: Store, bytes: number): Promise<number> {
  return guarded(store, () =>
    store.transaction('rw', store.raw, async () => {
      const oldestFirst = store.raw.orderBy('[keptSince+bytes]')
      const [ids, keys] = [await oldestFirst.primaryKeys(), await oldestFirst.keys()]
      const waiting = new Set(await store.raw.orderBy('pending').primaryKeys())
      const sizes = keys.map((key) => (Array.isArray(key) ? Number(key[1]) : 0))
      let over = sizes.reduce((sum, size) => sum + size, 0) - bytes
      const dropped: string[] = []
      ids.forEach((id, n) => {
        if (over <= 0 || waiting.has(id)) return
        over -= sizes[n] ?? 0
        dropped.push(id)
      })
      await store.raw.bulkDelete(dropped)
      return dropped.length
    }),
  )
}
