import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { RawCapture } from '../../../shared/evidence/kinds/capture.ts'
import { pendingRaw, putRaw, rawOf, settleRaw } from '../../../shared/store/raw/raw-queue.ts'
import { dropRawBefore } from '../../../shared/store/raw/retention.ts'
import { openStore } from '../../../shared/store/database/open-store.ts'
import { at } from '../../time/given.ts'
import { freshStore } from '../fresh-store.ts'

const raw = (time: string | null, body = '{}'): RawCapture => ({
  at: time === null ? null : at(time),
  via: 'page',
  input: 'https://www.kimi.com/code/console',
  source: 'ListUnifiedRequests',
  body,
})

describe('the queue of captures that wait for being parsed', () => {
  it('gives them in the order in which they came, until they are settled', async () => {
    const store = freshStore()
    for (const id of ['c', 'a', 'b']) await putRaw(store, 'me', id, raw('2026-03-02T10:00:00Z', id))
    await settleRaw(store, 'a')
    expect((await pendingRaw(store)).map(({ id, raw: { body } }) => id + body)).toEqual(['cc', 'bb'])
    await putRaw(store, 'me', 'd', raw(null))
    expect((await pendingRaw(store)).map(({ id }) => id)).toEqual(['c', 'b', 'd'])
    expect((await rawOf(store, 'a'))?.body).toBe('a')
  })

  it('takes one id once: a settled capture does not come back', async () => {
    const store = freshStore()
    await putRaw(store, 'me', 'a', raw(null, 'first'))
    await putRaw(store, 'me', 'a', raw(null, 'second'))
    expect(await pendingRaw(store)).toMatchObject([{ account: 'me', id: 'a', raw: { body: 'first' } }])
    await settleRaw(store, 'a')
    await putRaw(store, 'me', 'a', raw(null, 'first'))
    await settleRaw(store, 'a')
    await settleRaw(store, 'never seen')
    expect(await pendingRaw(store)).toEqual([])
  })

  it('outlives the worker that wrote it', async () => {
    const store = freshStore()
    await putRaw(store, 'me', 'a', raw(null))
    store.close()
    expect(await pendingRaw(openStore(store.name))).toHaveLength(1)
  })
})

describe('the retention of raw captures', () => {
  it.each([
    ['older and parsed', '2026-03-01T23:59:59Z', true, false],
    ['of that moment', '2026-03-02T00:00:00Z', true, true],
    ['older and waiting', '2026-03-01T23:59:59Z', false, true],
    ['of unknown age', null, true, true],
  ])('%s', async (_, time, settled, stays) => {
    const store = freshStore()
    await putRaw(store, 'me', 'a', raw(time))
    if (settled) await settleRaw(store, 'a')
    expect(await dropRawBefore(store, at('2026-03-02T00:00:00Z'))).toBe(stays ? 0 : 1)
    expect((await rawOf(store, 'a')) !== null).toBe(stays)
  })

  it('goes by when a paste came in, where that was said', async () => {
    const store = freshStore()
    await putRaw(store, 'me', 'a', raw(null), at('2026-03-01T00:00:00Z'))
    await settleRaw(store, 'a')
    expect(await dropRawBefore(store, at('2026-03-02T00:00:00Z'))).toBe(1)
  })
})
