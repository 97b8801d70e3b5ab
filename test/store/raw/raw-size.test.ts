import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { RawCapture } from '../../../shared/evidence/kinds/capture.ts'
import { putRaw, rawOf, settleRaw } from '../../../shared/store/raw/raw-queue.ts'
import { dropRawOver, rawSizeOf } from '../../../shared/store/raw/raw-size.ts'
import { at } from '../../time/given.ts'
import { freshStore } from '../fresh-store.ts'

const raw = (time: string | null): RawCapture => ({
  at: time === null ? null : at(time),
  via: 'page',
  input: 'page',
  source: 'ListUnifiedRequests',
  body: 'x'.repeat(1_000),
})

/** Three captures of about a kilobyte; the ids are not in the order of time. */
async function three(settled: readonly string[]) {
  const store = freshStore()
  await putRaw(store, 'me', 'newest', raw('2026-03-03T10:00:00Z'))
  await putRaw(store, 'me', 'oldest', raw('2026-03-01T10:00:00Z'))
  await putRaw(store, 'me', 'middle', raw('2026-03-02T10:00:00Z'))
  for (const id of settled) await settleRaw(store, id)
  return store
}

describe('the size of captured texts', () => {
  it('is known without reading them', async () => {
    const { count, waiting, bytes } = await rawSizeOf(await three(['oldest']))
    expect({ count, waiting }).toEqual({ count: 3, waiting: 2 })
    expect(bytes).toBeGreaterThan(3_000)
    expect(bytes).toBeLessThan(4_000)
    expect(await rawSizeOf(freshStore())).toEqual({ count: 0, waiting: 0, bytes: 0 })
  })

  it.each([
    [10_000, ['oldest', 'middle', 'newest'], []],
    [2_500, ['oldest', 'middle', 'newest'], ['oldest']],
    [1_500, ['oldest', 'middle', 'newest'], ['oldest', 'middle']],
    [0, ['oldest', 'middle', 'newest'], ['oldest', 'middle', 'newest']],
    // what waits for being read stays, whatever its age
    [1_500, ['middle', 'newest'], ['middle', 'newest']],
  ])('down to %d bytes drops the oldest that have been read', async (bytes, settled, dropped) => {
    const store = await three(settled)
    expect(await dropRawOver(store, bytes)).toBe(dropped.length)
    for (const id of ['oldest', 'middle', 'newest'])
      expect((await rawOf(store, id)) === null, id).toBe(dropped.includes(id))
  })

  it('leaves what is of unknown age', async () => {
    const store = freshStore()
    await putRaw(store, 'me', 'a', raw(null))
    await settleRaw(store, 'a')
    expect(await dropRawOver(store, 0)).toBe(0)
  })
})
