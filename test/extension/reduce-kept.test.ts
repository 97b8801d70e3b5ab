import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { allowReduction, offerBackup, reduceKept, reductionOf } from '../../extension/worker/reduce-kept.ts'
import { putRaw, rawOf } from '../../shared/store/raw-queue.ts'
import { rawSizeOf } from '../../shared/store/raw-size.ts'
import type { Store } from '../../shared/store/store.ts'
import { freshStore } from '../store/fresh-store.ts'
import { DAY_OF_HOURS } from '../../shared/time/duration.ts'
import { earlier, later, type Instant } from '../../shared/time/instant.ts'
import { at, zone } from '../time/given.ts'
import { fakeArea } from './fake-area.ts'

const AT = at('2026-06-30T12:00:00Z')
const clockAt = (now: Instant) => ({ now: () => now, zone: () => zone('UTC') })
const idOf = (index: number) => `capture ${String(index).padStart(4, '0')}`

/** As an earlier version kept it: with all names that it did not know to drop. */
const keepAsBefore = (store: Store, index: number) =>
  putRaw(store, 'me', idOf(index), {
    at: AT,
    via: 'page',
    input: 'console',
    source: 'GetUsages',
    body: `{"usages":[{"scope":"FEATURE_CODING","detail":{"limit":"100"},"owner":"PLANTED ${index}"}]}`,
  })

it('what earlier versions kept is reduced, wherever the worker was killed, and once', async () => {
  const store = freshStore()
  const local = fakeArea()
  const clock = clockAt(AT)
  for (let index = 0; index < 250; index += 1) await keepAsBefore(store, index)
  const before = (await rawSizeOf(store)).bytes

  let changes = 0
  const dying = {
    ...local,
    set: async (items: Record<string, unknown>) => {
      changes += 1
      if (changes === 2) throw new Error('killed')
      await local.set(items)
    },
  }
  await reduceKept({ store, local, clock }) // a backup is offered first
  expect(await reductionOf({ store, local, clock })).toMatchObject({ running: false, done: 0, total: 250 })
  expect((await rawOf(store, idOf(0)))?.body).toContain('PLANTED')
  await allowReduction({ store, local, clock })
  await expect(reduceKept({ store, local: dying, clock })).rejects.toThrow('killed')
  expect((await rawOf(store, idOf(249)))?.body).toContain('PLANTED')
  expect(await reductionOf({ store, local, clock })).toMatchObject({ running: true, done: 100, total: 250 })
  await reduceKept({ store, local, clock })
  expect(await reductionOf({ store, local, clock })).toBeNull()
  const kept = JSON.stringify(await store.raw.toArray())
  expect(kept).not.toContain('PLANTED')
  expect((await rawOf(store, idOf(7)))?.body).toBe(
    '{"usages":[{"scope":"FEATURE_CODING","detail":{"limit":"100"},"owner":"[dropped]"}]}',
  )
  expect(before).toBeGreaterThan(0)
  expect((await store.raw.toArray()).length).toBe(250)

  await keepAsBefore(store, 999) // it was done: nothing is read again
  await reduceKept({ store, local, clock })
  expect((await rawOf(store, idOf(999)))?.body).toContain('PLANTED')
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
