import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import type { StorageArea } from '../../extension/worker/stored-value.ts'
import { allowReduction, offerBackup, reduceKept, reductionOf } from '../../extension/worker/reduce-kept.ts'
import { pendingRaw, putRaw, rawOf, settleRaw } from '../../shared/store/raw/raw-queue.ts'
import { evidenceOf } from '../../shared/store/read-evidence.ts'
import { rawSizeOf } from '../../shared/store/raw/raw-size.ts'
import type { Store } from '../../shared/store/database/store.ts'
import { freshStore } from '../store/fresh-store.ts'
import { DAY_OF_HOURS, MINUTE } from '../../shared/time/duration.ts'
import { earlier, later, type Instant } from '../../shared/time/instant.ts'
import { at, zone } from '../time/given.ts'
import { fakeArea } from './fake-area.ts'

const AT = at('2026-06-30T12:00:00Z')
const clockAt = (now: Instant) => ({ now: () => now, zone: () => zone('UTC') })
const idOf = (index: number) => `capture ${String(index).padStart(4, '0')}`

/** As an earlier version kept and read it: with all names that it did not know to drop, and nothing of what it could not read. */
async function keepAsBefore(store: Store, index: number): Promise<void> {
  await putRaw(store, 'me', idOf(index), {
    at: later(AT, index * MINUTE),
    via: 'page',
    input: 'console',
    source: 'GetUsages',
    body: `{"usages":[{"scope":"FEATURE_CODING","detail":{"limit":"100","used":"${index % 100}"},"owner":"PLANTED ${index}"}]}`,
  })
  await settleRaw(store, idOf(index))
}

/** An area whose worker dies at one of its changes, counted from 1. */
function dyingAt(local: StorageArea, change: number): StorageArea {
  let changes = 0
  const set = async (items: Record<string, unknown>) => {
    changes += 1
    if (changes >= change) throw new Error('killed')
    await local.set(items)
  }
  return { ...local, set }
}

const readingsIn = async (store: Store) => (await evidenceOf(store, 'me')).snapshots.length

it('what earlier versions kept is reduced, wherever the worker was killed, and once', async () => {
  const store = freshStore()
  const local = fakeArea()
  const clock = clockAt(AT)
  for (let index = 0; index < 250; index += 1) await keepAsBefore(store, index)
  const before = (await rawSizeOf(store)).bytes

  await reduceKept({ store, local, clock }) // a backup is offered first
  expect(await reductionOf({ store, local, clock })).toMatchObject({ running: false, done: 0, total: 250 })
  expect((await rawOf(store, idOf(0)))?.body).toContain('PLANTED')
  await allowReduction({ store, local, clock })
  await expect(reduceKept({ store, local: dyingAt(local, 101), clock })).rejects.toThrow('killed')
  expect((await rawOf(store, idOf(249)))?.body).toContain('PLANTED')
  expect(await reductionOf({ store, local, clock })).toMatchObject({ running: true, done: 99, total: 250 })
  await reduceKept({ store, local, clock })
  expect(await reductionOf({ store, local, clock })).toBeNull()
  const kept = JSON.stringify(await store.raw.toArray())
  expect(kept).not.toContain('PLANTED')
  expect((await rawOf(store, idOf(7)))?.body).toBe(
    '{"usages":[{"scope":"FEATURE_CODING","detail":{"limit":"100","used":"7"},"owner":"[dropped]"}]}',
  )
  expect(before).toBeGreaterThan(0)
  expect((await store.raw.toArray()).length).toBe(250)

  await keepAsBefore(store, 999) // it was done: nothing is read again
  await reduceKept({ store, local, clock })
  expect((await rawOf(store, idOf(999)))?.body).toContain('PLANTED')
})

it('is read again before that, and all of it, at whatever change the worker dies', async () => {
  const count = 5
  for (let kill = 1; kill <= count + 1; kill += 1) {
    const [store, local, clock] = [freshStore(), fakeArea(), clockAt(AT)]
    for (let index = 0; index < count; index += 1) await keepAsBefore(store, index)
    await offerBackup({ store, local, clock })
    await allowReduction({ store, local, clock })
    expect(await readingsIn(store)).toBe(0)
    await expect(reduceKept({ store, local: dyingAt(local, kill), clock })).rejects.toThrow('killed')
    await reduceKept({ store, local, clock })
    expect(await readingsIn(store), `killed at change ${kill}`).toBe(count)
    expect(JSON.stringify(await store.raw.toArray())).not.toContain('PLANTED')
  }
})

const HANG = 5 * MINUTE

it.each([
  [1, HANG, 3],
  [2, HANG, 2],
  [2, 29_999, 3],
  [2, 30_000, 2],
  [9, 0, 3],
  [10, 0, 2],
])(
  'one on which the worker died %d times, the last time after %d ms: %d are read',
  async (tries, after, read) => {
    const local = fakeArea()
    const worker = { store: freshStore(), local, clock: clockAt(AT) }
    for (let index = 0; index < 3; index += 1) await keepAsBefore(worker.store, index)
    await offerBackup(worker)
    await allowReduction(worker)
    const { reduced } = await local.get('reduced')
    await local.set({
      reduced: Object.assign({}, reduced, { reading: { id: idOf(0), tries, begun: earlier(AT, after) } }),
    })
    await reduceKept(worker)
    expect(await readingsIn(worker.store)).toBe(read)
    expect(JSON.stringify(await worker.store.raw.toArray())).not.toContain('PLANTED')
  },
)

it('one that waits to be read still waits', async () => {
  const worker = { store: freshStore(), local: fakeArea(), clock: clockAt(AT) }
  const raw = { at: AT, via: 'page', input: 'console', source: 'GetUsages', body: '{"usages":[]}' } as const
  await putRaw(worker.store, 'me', 'waiting', raw)
  await offerBackup(worker)
  await allowReduction(worker)
  await reduceKept(worker)
  expect(await pendingRaw(worker.store)).toMatchObject([{ id: 'waiting' }])
})

it('is not waited for longer than three days', async () => {
  const [store, local] = [freshStore(), fakeArea()]
  await keepAsBefore(store, 1)
  await reduceKept({ store, local, clock: clockAt(AT) })
  const due = later(AT, 3 * DAY_OF_HOURS)
  await reduceKept({ store, local, clock: clockAt(earlier(due, 1)) })
  expect((await rawOf(store, idOf(1)))?.body).toContain('PLANTED')
  await reduceKept({ store, local, clock: clockAt(due) })
  expect((await rawOf(store, idOf(1)))?.body).not.toContain('PLANTED')
})

it('has nothing to do where no earlier version kept anything', async () => {
  const worker = { store: freshStore(), local: fakeArea(), clock: clockAt(AT) }
  await offerBackup(worker)
  await keepAsBefore(worker.store, 1)
  await reduceKept(worker)
  expect(await reductionOf(worker)).toBeNull()
})
