import 'fake-indexeddb/auto'
import { liveQuery } from 'dexie'
import { describe, expect, it } from 'vitest'
import { eraseAll } from '../../shared/store/accounts/erase.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { countsOf } from '../../shared/store/read-counts.ts'
import { evidenceOf } from '../../shared/store/read-evidence.ts'
import { pendingRaw, putRaw } from '../../shared/store/raw/raw-queue.ts'
import type { Store } from '../../shared/store/database/store.ts'
import { evidenceWith, page, row } from '../analyse/build.ts'
import { eventually } from '../eventually.ts'
import { freshStore } from './fresh-store.ts'

const onThatDay = evidenceWith(page([row('2026-03-02T10:00:00Z')]))
const onAnother = evidenceWith(page([row('2026-05-02T10:00:00Z')]))

/** Watches a read; `next()` waits for its next answer. */
function watch<Answer>(read: () => Promise<Answer>) {
  const answers: Answer[] = []
  const watching = liveQuery(read).subscribe({
    next: (answer) => answers.push(answer),
    error: (error: unknown) => expect.unreachable(String(error)),
  })
  const next = async (count: number) => {
    await eventually(() => expect(answers.length).toBeGreaterThanOrEqual(count))
    return answers[count - 1]
  }
  return { next, answers, stop: () => watching.unsubscribe() }
}

describe('a live query', () => {
  it.each([
    ['evidenceOf', async (store: Store) => (await evidenceOf(store, 'me')).records.length],
    ['countsOf', async (store: Store) => (await countsOf(store, 'me')).items.records],
  ])('over %s tells of what is put and erased', async (_, read) => {
    const store = freshStore()
    const { next, stop } = watch(() => read(store))
    expect(await next(1)).toBe(0)
    await putEvidence(store, 'me', onThatDay)
    expect(await next(2)).toBe(1)
    await eraseAll(store)
    expect(await next(3)).toBe(0)
    stop()
  })

  it('over the queue tells of what comes in', async () => {
    const store = freshStore()
    const { next, stop } = watch(() => pendingRaw(store))
    expect(await next(1)).toEqual([])
    await putRaw(store, 'me', 'a', { at: null, via: 'page', input: 'x', source: null, body: '{}' })
    expect(await next(2)).toHaveLength(1)
    stop()
  })

  it('is not woken by a put that changes nothing', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', onThatDay)
    const { next, answers, stop } = watch(() => evidenceOf(store, 'me'))
    await next(1)
    await putEvidence(store, 'me', onThatDay)
    await putEvidence(store, 'me', onAnother)
    await next(2)
    expect(answers).toHaveLength(2)
    stop()
  })
})
