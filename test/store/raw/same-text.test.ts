import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import type { RawCapture } from '../../../shared/evidence/kinds/capture.ts'
import { eraseAccount } from '../../../shared/store/accounts/erase.ts'
import { moveAccount } from '../../../shared/store/accounts/move-account.ts'
import { pendingRaw, putRaw, rawOf, settleRaw } from '../../../shared/store/raw/raw-queue.ts'
import { rawSizeOf } from '../../../shared/store/raw/raw-size.ts'
import { dropRawBefore } from '../../../shared/store/raw/retention.ts'
import type { Store } from '../../../shared/store/database/store.ts'
import { at } from '../../time/given.ts'
import { freshStore } from '../fresh-store.ts'

const TEXT = 'x'.repeat(10_000)

const raw = (time: string, change: Partial<RawCapture> = {}): RawCapture => ({
  at: at(time),
  via: 'page',
  input: 'https://www.kimi.com/code/console',
  source: 'ListUnifiedRequests',
  body: TEXT,
  ...change,
})

async function keep(store: Store, account: string, id: string, capture: RawCapture): Promise<void> {
  await putRaw(store, account, id, capture)
  await settleRaw(store, id)
}

it.each([
  ['the same a minute later', '2026-03-02T10:01:00Z', 'me', {}, 1],
  ['another text', '2026-03-02T10:01:00Z', 'me', { body: 'y'.repeat(10_000) }, 2],
  ['another method', '2026-03-02T10:01:00Z', 'me', { source: 'GetUsages' }, 2],
  ['another account', '2026-03-02T10:01:00Z', 'other', {}, 2],
  ['a day later', '2026-03-03T10:00:00Z', 'me', {}, 2],
  ['handed over late, of before', '2026-03-02T09:00:00Z', 'me', {}, 2],
] as const)(
  '%s: the text is kept %5$s times, and both can be opened',
  async (_, time, account, change, times) => {
    const store = freshStore()
    await keep(store, 'me', 'first', raw('2026-03-02T10:00:00Z'))
    const later = raw(time, change)
    await keep(store, account, 'later', later)
    const { count, bytes } = await rawSizeOf(store)
    expect([count, Math.floor(bytes / 10_000)]).toEqual([2, times])
    expect(await rawOf(store, 'later')).toEqual(later)
    expect((await rawOf(store, 'first'))?.body).toBe(TEXT)
  },
)

it('keeps the text of one that waits for being parsed', async () => {
  const store = freshStore()
  await keep(store, 'me', 'first', raw('2026-03-02T10:00:00Z'))
  await putRaw(store, 'me', 'later', raw('2026-03-02T10:01:00Z'))
  expect((await pendingRaw(store)).map(({ raw: { body } }) => body)).toEqual([TEXT])
})

it('moves with its account, and says nothing once the text has been dropped', async () => {
  const store = freshStore()
  await keep(store, 'me', 'first', raw('2026-03-02T10:00:00Z'))
  await keep(store, 'me', 'later', raw('2026-03-02T10:01:00Z'))
  await moveAccount(store, 'me', 'you')
  expect((await rawOf(store, 'later'))?.body).toBe(TEXT)
  await dropRawBefore(store, at('2026-03-02T10:00:30Z'))
  expect(await rawOf(store, 'later')).toBeNull()
  await keep(store, 'you', 'next', raw('2026-03-02T10:02:00Z'))
  expect((await rawOf(store, 'next'))?.body).toBe(TEXT)
  await eraseAccount(store, 'you')
  expect((await rawSizeOf(store)).count).toBe(0)
})

it('stands for as many as follow each other, and only for those', async () => {
  const store = freshStore()
  const minutes = ['00', '01', '02', '03'] as const
  for (const minute of minutes) await keep(store, 'me', `same ${minute}`, raw(`2026-03-02T10:${minute}:00Z`))
  await keep(store, 'me', 'other', raw('2026-03-02T10:04:00Z', { body: 'y'.repeat(10_000) }))
  await keep(store, 'me', 'again', raw('2026-03-02T10:05:00Z'))
  const { count, bytes } = await rawSizeOf(store)
  expect([count, Math.floor(bytes / 10_000)]).toEqual([6, 3])
  for (const minute of minutes) expect((await rawOf(store, `same ${minute}`))?.body).toBe(TEXT)
})

it('is the same under the label of a page, once it is known whose page it is', async () => {
  const store = freshStore()
  for (const minute of ['00', '01', '02']) {
    await putRaw(store, `page ${minute}`, minute, raw(`2026-03-02T10:${minute}:00Z`))
    await settleRaw(store, minute, 'me')
  }
  const { count, bytes } = await rawSizeOf(store)
  expect([count, Math.floor(bytes / 10_000)]).toEqual([3, 1])
  await eraseAccount(store, 'page 02')
  expect((await rawOf(store, '02'))?.body).toBe(TEXT)
})

it('is looked for among the few before it, however many there are', async () => {
  const store = freshStore()
  const others = Array.from({ length: 200 }, (_, n) => `page ${n}`)
  const capture = raw('2026-03-02T10:00:00Z')
  await store.raw.bulkAdd(
    others.map((id) => ({ id, account: id, raw: capture, bytes: 1, keptSince: at('2026-03-02T10:00:00Z') })),
  )
  const steps = vi.spyOn(IDBCursor.prototype, 'continue')
  await keep(store, 'me', 'later', raw('2026-03-02T10:01:00Z'))
  expect(steps.mock.calls.length).toBeLessThan(40)
})
