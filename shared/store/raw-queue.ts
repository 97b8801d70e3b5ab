import type { RawCapture } from '../evidence/capture.ts'
import { noteAccount } from './accounts.ts'
import { byteCount } from './byte-count.ts'
import { guarded } from './guarded.ts'
import type { Instant } from '../time/instant.ts'
import { withoutSameText, withText } from './same-text.ts'
import type { Store } from './store.ts'

/** A capture that waits for being parsed. */
export interface PendingRaw {
  readonly account: string
  readonly id: string
  readonly raw: RawCapture
}

/**
 * Writes a scrubbed capture down before anything reads it: a worker that dies between here and `settleRaw` finds it in
 * `pendingRaw`. Idempotent by id: one that is there already, parsed or not, stays as it is.
 *
 * `keptSince` is what `dropRawBefore` goes by. A paste has no time of its own: without one it stays until its account
 * is erased.
 */
export function putRaw(
  store: Store,
  account: string,
  id: string,
  raw: RawCapture,
  keptSince: Instant | null = raw.at,
): Promise<void> {
  return guarded(store, () =>
    store.transaction('rw', [store.raw, store.accounts], async () => {
      if (await store.raw.get(id)) return
      const last = await store.raw.orderBy('pending').last()
      const bytes = byteCount(raw)
      const queued = { id, account, raw, bytes, pending: (last?.pending ?? 0) + 1 }
      await store.raw.add(keptSince === null ? queued : { ...queued, keptSince })
      await noteAccount(store, account, null)
    }),
  )
}

/** The captures that have not been parsed, in the order in which they came. */
export function pendingRaw(store: Store): Promise<PendingRaw[]> {
  return guarded(store, async () => {
    const waiting = await store.raw.orderBy('pending').toArray()
    return waiting.map(({ account, id, raw }) => ({ account, id, raw }))
  })
}

/** The text of a capture, to show what a row was read from; null once the retention has dropped it. */
export function rawOf(store: Store, id: string): Promise<RawCapture | null> {
  return guarded(store, async () => {
    const known = await store.raw.get(id)
    return known ? withText(store.raw, known) : null
  })
}

/** Takes a capture out of the queue, after what it says has been put. */
export function settleRaw(store: Store, id: string): Promise<void> {
  return guarded(store, () =>
    store.transaction('rw', store.raw, async () => {
      const known = await store.raw.get(id)
      if (known?.pending === undefined) return
      const { pending: _, ...settled } = known
      await store.raw.put(await withoutSameText(store.raw, settled))
    }),
  )
}
