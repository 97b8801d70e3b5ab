import type { RawCapture } from '../../evidence/kinds/capture.ts'
import { byteCount } from '../segments/byte-count.ts'
import { guarded } from '../database/guarded.ts'
import type { PendingRaw } from './raw-queue.ts'
import { withText } from './same-text.ts'
import type { Store } from '../database/store.ts'

/** A kept capture with its text, wherever that is kept. */
export interface KeptRaw extends PendingRaw {
  /** It has been read before: it does not wait to be, and was not set aside. */
  readonly wasRead: boolean
}

/** The kept capture whose id comes next after `after` (null: the first one); null where there is none. */
export function rawAfter(store: Store, after: string | null): Promise<KeptRaw | null> {
  return guarded(store, () =>
    store.transaction('r', store.raw, async () => {
      const next = await store.raw
        .where('id')
        .above(after ?? '')
        .first()
      if (!next) return null
      const { id, account, pending, unread } = next
      const raw = (await withText(store.raw, next)) ?? next.raw
      return { id, account, raw, wasRead: pending === undefined && unread === undefined }
    }),
  )
}

/** Rewrites the text of a kept capture. One that stands for another one, and so is empty, stays empty. */
export function reduceRaw(store: Store, id: string, reduce: (raw: RawCapture) => string): Promise<void> {
  return guarded(store, () =>
    store.transaction('rw', store.raw, async () => {
      const known = await store.raw.get(id)
      if (!known || known.raw.body === '') return
      const body = reduce(known.raw)
      if (body === known.raw.body) return
      const raw = { ...known.raw, body }
      await store.raw.put({ ...known, raw, bytes: byteCount(raw) })
    }),
  )
}
