import type { RawCapture } from '../../evidence/kinds/capture.ts'
import { noteAccount } from '../accounts/accounts.ts'
import { byteCount } from '../segments/byte-count.ts'
import { guarded } from '../database/guarded.ts'
import type { Instant } from '../../time/instant.ts'
import { MAX_TRIES, mayTryAgain } from './may-try-again.ts'
import { withoutSameText, withText } from './same-text.ts'
import type { Raw } from '../database/schema.ts'
import type { Store } from '../database/store.ts'

/** A capture waiting to be parsed. */
export interface PendingRaw {
  readonly account: string
  readonly id: string
  readonly raw: RawCapture
}

/**
 * Stores a scrubbed capture before anything reads it: if the worker dies before `settleRaw`, it is found in
 * `pendingRaw` again. Idempotent by id: one that is there already, parsed or not, stays as it is.
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

/** The captures that have not been parsed, in the order in which they came; those that were begun before come last. */
export function pendingRaw(store: Store): Promise<PendingRaw[]> {
  return guarded(store, async () => {
    const waiting = await store.raw.orderBy('pending').toArray()
    const sorted = waiting.toSorted((a, b) => (a.tries ?? 0) - (b.tries ?? 0))
    return sorted.map(({ account, id, raw }) => ({ account, id, raw }))
  })
}

/**
 * Notes that a capture is about to be read, so that one on which a reader dies is known at the next start. False: it was
 * tried often enough and is set aside, now or before. True also for one that has been read: reading it again harms nobody.
 */
export function beginRead(store: Store, id: string, now: Instant): Promise<boolean> {
  return guarded(store, () =>
    store.transaction('rw', store.raw, async () => {
      const known = await store.raw.get(id)
      if (known?.pending === undefined) return known?.unread === undefined
      const { tries = 0, begun } = known
      const again = mayTryAgain({ tries, begun }, now)
      await store.raw.put(again ? { ...known, tries: tries + 1, begun: now } : setAside(known, now))
      return again
    }),
  )
}

/** Notes that a reader could make nothing of a capture: it waits for another try, or is set aside after the last one. */
export function failRead(store: Store, id: string, now: Instant): Promise<void> {
  return guarded(store, () =>
    store.transaction('rw', store.raw, async () => {
      const known = await store.raw.get(id)
      if (known?.pending === undefined || (known.tries ?? 0) < MAX_TRIES) return
      await store.raw.put(setAside(known, now))
    }),
  )
}

/** Notes that what stopped the reading of a capture was not the capture: it is as if it had not been tried. */
export function forgetTries(store: Store, id: string): Promise<void> {
  return guarded(store, () =>
    store.transaction('rw', store.raw, async () => {
      const known = await store.raw.get(id)
      if (known?.tries === undefined) return
      const { tries: _, begun: _begun, ...untried } = known
      await store.raw.put(untried)
    }),
  )
}

function setAside(known: Raw, now: Instant): Raw {
  const { pending: _, begun: _begun, ...rest } = known
  return { ...rest, unread: now }
}

/** A capture that was set aside, with the text as it is kept: scrubbed. */
export interface UnreadRaw extends PendingRaw {
  readonly since: Instant
}

/** How many captures are set aside, and the newest of them. */
export function unreadRaw(
  store: Store,
  most: number,
): Promise<{ readonly count: number; readonly newest: readonly UnreadRaw[] }> {
  return guarded(store, () =>
    store.transaction('r', store.raw, async () => {
      const count = await store.raw.orderBy('unread').count()
      const newest = await store.raw
        .orderBy('unread')
        .offset(Math.max(0, count - most))
        .toArray()
      return {
        count,
        newest: newest
          .toReversed()
          .flatMap(({ account, id, raw, unread }) =>
            unread === undefined ? [] : [{ account, id, raw, since: unread }],
          ),
      }
    }),
  )
}

/** The text of a capture, to show what a row was read from; null once the retention has dropped it. */
export function rawOf(store: Store, id: string): Promise<RawCapture | null> {
  return guarded(store, async () => {
    const known = await store.raw.get(id)
    return known ? withText(store.raw, known) : null
  })
}

/**
 * Takes a capture out of the queue, after what it says has been put; `account` is where, if that is not the label that it
 * came in under.
 */
export function settleRaw(store: Store, id: string, account?: string): Promise<void> {
  return guarded(store, () =>
    store.transaction('rw', store.raw, async () => {
      const known = await store.raw.get(id)
      if (known?.pending === undefined) return
      const { pending: _, tries: _tries, begun: _begun, ...settled } = known
      const owned = { ...settled, account: account ?? settled.account }
      await store.raw.put(await withoutSameText(store.raw, owned))
    }),
  )
}
