import 'fake-indexeddb/auto'
import { afterEach, expect, it, vi } from 'vitest'
import { keepCapture, readPending } from '../../extension/worker/keep-capture.ts'
import type { parseInput as ParseInput } from '../../shared/parse/parse-input.ts'
import { countsOf } from '../../shared/store/read-counts.ts'
import { beginRead, pendingRaw, putRaw, rawOf, unreadRaw } from '../../shared/store/raw/raw-queue.ts'
import { rawSizeOf } from '../../shared/store/raw/raw-size.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import type { Store } from '../../shared/store/database/store.ts'
import { MINUTE, SECOND } from '../../shared/time/duration.ts'
import { earlier, later, writeInstant } from '../../shared/time/instant.ts'
import { row } from '../analyse/build.ts'
import { freshStore } from '../store/fresh-store.ts'
import { pageReadIn } from '../store/page-read-in.ts'
import { at } from '../time/given.ts'

const NOW = at('2026-06-30T12:00:00Z')
const POISON = 'poison'
/** The browser ends a worker that is busy for so long. */
const HANG = 5 * MINUTE

/** What the reader does with a capture that has POISON in it. */
const reader = vi.hoisted(() => ({ onPoison: () => {}, reads: 0 }))

vi.mock('../../shared/parse/parse-input.ts', async (importOriginal) => {
  const real = await importOriginal<{ parseInput: typeof ParseInput }>()
  const parseInput: typeof ParseInput = (input, context) => {
    if (input.body.includes(POISON)) {
      reader.reads += 1
      reader.onPoison()
    }
    return real.parseInput(input, context)
  }
  return { ...real, parseInput }
})

afterEach(() => {
  reader.reads = 0
})

const throws = () => {
  throw new RangeError('Maximum call stack size exceeded')
}

const bodyOf = (index: number) =>
  JSON.stringify({
    requests: [
      {
        requestId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
        requestTime: writeInstant(earlier(NOW, index * 1_000)),
        success: true,
        httpStatusCode: 200,
        userAgent: 'KimiCLI/1.16.0',
      },
    ],
  })

const POISONED = `{"requests":[{"requestTime":"2026-06-30T11:00:00Z","userAgent":"${POISON}"}]}`

const handed = (id: string, body: string) =>
  ({ id, at: NOW, via: 'page', source: 'ListUnifiedRequests', input: 'console', body }) as const

const keep = (store: Store, id: string, body: string) => keepCapture(store, 'me', handed(id, body), NOW)

it('is acknowledged, tried twice and set aside as it is; what comes after it is read', async () => {
  reader.onPoison = throws
  const store = freshStore()
  await expect(keep(store, 'bad', POISONED)).resolves.toMatchObject({ records: [], captures: [] })
  await keep(store, 'good', bodyOf(1))
  expect((await pendingRaw(store)).map(({ id }) => id)).toEqual(['bad'])
  await readPending(store, NOW)
  await readPending(store, NOW)
  expect(reader.reads).toBe(2)
  expect(await pendingRaw(store)).toEqual([])
  expect(await unreadRaw(store, 5)).toMatchObject({ count: 1, newest: [{ id: 'bad', since: NOW }] })
  expect(await rawOf(store, 'bad')).toMatchObject({ source: 'ListUnifiedRequests' })
  // handed over once more, as by a page that never heard that it was kept
  await keep(store, 'bad', POISONED)
  expect(reader.reads).toBe(2)
  expect((await rawSizeOf(store)).waiting).toBe(0)
})

it('in front of twenty healthy ones, on which each worker dies: all twenty are kept', async () => {
  const store = freshStore()
  await putRaw(store, 'me', 'bad', handed('bad', POISONED))
  for (let index = 0; index < 20; index += 1)
    await putRaw(store, 'me', `good ${index}`, handed('', bodyOf(index)))
  // What a worker leaves that begins with it, hangs, and is killed by the browser: the try, and nothing after it.
  expect(await beginRead(store, 'bad', NOW)).toBe(true)
  expect((await pendingRaw(store)).at(-1)?.id).toBe('bad')
  // the next one reads all others, then hangs on it too
  let keptBefore = 0
  reader.onPoison = () => {
    throw new Error('must not be read a third time')
  }
  for (const { id } of await pendingRaw(store)) {
    if (id === 'bad') keptBefore = (await countsOf(store, 'me')).items.records
    else await keep(store, id, bodyOf(Number(id.slice(5))))
  }
  expect(keptBefore).toBe(20)
  expect(await beginRead(store, 'bad', later(NOW, HANG))).toBe(true)
  // the third sets it aside unread
  await readPending(store, later(NOW, 2 * HANG))
  expect(reader.reads).toBe(0)
  expect((await countsOf(store, 'me')).items.records).toBe(20)
  expect(await unreadRaw(store, 5)).toMatchObject({ count: 1, newest: [{ id: 'bad' }] })
  expect(await pendingRaw(store)).toEqual([])
})

it('that throws in front of a thousand healthy ones: one run keeps them all', async () => {
  reader.onPoison = throws
  const store = freshStore()
  await putRaw(store, 'me', 'bad', handed('bad', POISONED))
  for (let index = 0; index < 1_000; index += 1)
    await putRaw(store, 'me', `good ${index}`, handed('', bodyOf(index)))
  await readPending(store, NOW)
  expect((await countsOf(store, 'me')).items.records).toBe(1_000)
  expect((await pendingRaw(store)).map(({ id }) => id)).toEqual(['bad'])
})

it('that only meets a damaged day is not the capture’s fault: it waits and is never set aside', async () => {
  const store = freshStore()
  await putEvidence(store, 'me', pageReadIn([row('2026-06-30T10:00:00Z')]))
  await store.segments.toCollection().modify((segment) => {
    Object.assign(segment, { length: segment.length + 1 })
  })
  await expect(keep(store, 'waits', bodyOf(1))).resolves.toMatchObject({ records: [] })
  for (let life = 0; life < 4; life += 1)
    await expect(readPending(store, NOW)).rejects.toMatchObject({ kind: 'damaged' })
  expect((await pendingRaw(store)).map(({ id }) => id)).toEqual(['waits'])
  expect((await unreadRaw(store, 5)).count).toBe(0)
})

it('that can be read is kept, however many workers die between reading and keeping it', async () => {
  const store = freshStore()
  for (let life = 0; life < 5; life += 1)
    await new Promise<void>((resolve) => {
      const dies = () => {
        resolve()
        return new Promise<never>(() => {})
      }
      void (life === 0
        ? keepCapture(store, 'me', handed('a', bodyOf(1)), NOW, dies)
        : readPending(store, NOW, dies))
    })
  expect((await unreadRaw(store, 5)).count).toBe(0)
  await readPending(store, NOW)
  expect((await countsOf(store, 'me')).items.records).toBe(1)
})

it('that some other thing ends the worker on, again and again within moments, is not set aside for it', async () => {
  const store = freshStore()
  await putRaw(store, 'me', 'a', handed('a', bodyOf(1)))
  for (let life = 0; life < 5; life += 1)
    expect(await beginRead(store, 'a', later(NOW, life * SECOND)), `life ${life}`).toBe(true)
  await readPending(store, later(NOW, 5 * SECOND))
  expect((await unreadRaw(store, 5)).count).toBe(0)
  expect((await countsOf(store, 'me')).items.records).toBe(1)
  expect(await store.raw.toArray()).not.toMatchObject([{ begun: expect.anything() }])
})

it('that ends each worker at once, by taking all memory, is set aside in the end', async () => {
  const store = freshStore()
  await putRaw(store, 'me', 'bad', handed('bad', POISONED))
  let lives = 0
  while (await beginRead(store, 'bad', later(NOW, lives * SECOND))) lives += 1
  expect(lives).toBe(10)
  expect(await unreadRaw(store, 5)).toMatchObject({ count: 1, newest: [{ id: 'bad' }] })
})
