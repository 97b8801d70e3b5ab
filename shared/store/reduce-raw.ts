import type { RawCapture } from '../evidence/capture.ts'
import { byteCount } from './byte-count.ts'
import { guarded } from './guarded.ts'
import type { Store } from './store.ts'

/** So many texts are rewritten in one transaction, so that a worker that is killed has not long to do again. */
const MAX_AT_ONCE = 100

/**
 * Rewrites the texts of the captures whose ids come after `after` (null: of all), some at a time. Gives the last id that was
 * looked at (null where there was none), and how many were. A text that stands for another one, and so is empty, stays empty.
 */
export function reduceRaw(
  store: Store,
  after: string | null,
  reduce: (raw: RawCapture) => string,
): Promise<{ readonly last: string | null; readonly looked: number }> {
  return guarded(store, () =>
    store.transaction('rw', store.raw, async () => {
      const kept = await store.raw
        .where('id')
        .above(after ?? '')
        .limit(MAX_AT_ONCE)
        .toArray()
      for (const known of kept) {
        const body = known.raw.body === '' ? '' : reduce(known.raw)
        if (body === known.raw.body) continue
        const raw = { ...known.raw, body }
        await store.raw.put({ ...known, raw, bytes: byteCount(raw) })
      }
      return { last: kept.at(-1)?.id ?? null, looked: kept.length }
    }),
  )
}
