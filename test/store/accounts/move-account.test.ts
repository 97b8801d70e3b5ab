import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import { accountsOf } from '../../../shared/store/accounts/accounts.ts'
import { dropRecords, restoreRecords } from '../../../shared/store/drop-records.ts'
import { moveAccount } from '../../../shared/store/accounts/move-account.ts'
import { putEvidence } from '../../../shared/store/put-evidence.ts'
import { pendingRaw, putRaw, rawOf, settleRaw } from '../../../shared/store/raw/raw-queue.ts'
import { countsOf } from '../../../shared/store/read-counts.ts'
import { evidenceOf } from '../../../shared/store/read-evidence.ts'
import { evidenceWith, page, row, seedEvidence } from '../../analyse/build.ts'
import { at } from '../../time/given.ts'
import { freshStore } from '../fresh-store.ts'

const raw = (body: string) =>
  ({
    at: at('2026-03-02T10:00:00Z'),
    via: 'page',
    input: 'page',
    source: 'ListUnifiedRequests',
    body,
  }) as const

describe('moving an account', () => {
  it('moves evidence onto what is there, and doubles nothing', async () => {
    const store = freshStore()
    const both = row('2026-03-02T10:00:00Z')
    await putEvidence(store, 'waiting', evidenceWith(page([both, row('2026-03-02T10:01:00Z')])))
    await putEvidence(store, 'me', evidenceWith(page([both])))
    await moveAccount(store, 'waiting', 'me')
    expect(await accountsOf(store)).toEqual(['me'])
    expect((await evidenceOf(store, 'me')).records).toHaveLength(2)
    expect((await countsOf(store, 'waiting')).items.records).toBe(0)
  })

  it('reads no more where there are more days: a page that is loaded each minute moves its label each time', async () => {
    const reads = async (days: number) => {
      const store = freshStore()
      const rows = Array.from({ length: days }, (_, n) =>
        row(`2026-03-${String(n + 1).padStart(2, '0')}T10:00:00Z`),
      )
      await putEvidence(store, 'me', evidenceWith(page(rows)))
      await putEvidence(store, 'waiting', evidenceWith(page([row('2026-03-02T10:01:00Z')])))
      const got = vi.spyOn(IDBObjectStore.prototype, 'get')
      await moveAccount(store, 'waiting', 'me')
      const count = got.mock.calls.length
      got.mockRestore()
      return count
    }
    expect(await reads(30)).toBe(await reads(5))
  })

  it('keeps what was deleted deleted, also where the other account had it', async () => {
    const store = freshStore()
    const [gone, both] = [row('2026-03-02T10:00:00Z'), row('2026-03-02T10:01:00Z')]
    const evidence = evidenceWith(page([gone, both, row('2026-03-02T10:02:00Z')]))
    await putEvidence(store, 'waiting', evidence)
    await dropRecords(store, 'waiting', new Set([gone.id, both.id]))
    await putEvidence(store, 'me', evidenceWith(page([both])))
    await moveAccount(store, 'waiting', 'me')
    await putEvidence(store, 'me', evidence)
    expect((await evidenceOf(store, 'me')).records).toHaveLength(1)
    expect(await restoreRecords(store, 'me', new Set([gone.id, both.id]))).toBe(2)
    expect((await evidenceOf(store, 'me')).records).toHaveLength(3)
  })

  it('moves captures, parsed or waiting: none is lost', async () => {
    const store = freshStore()
    await putRaw(store, 'waiting', 'a', raw('parsed'))
    await settleRaw(store, 'a')
    await putRaw(store, 'waiting', 'b', raw('waits'))
    await moveAccount(store, 'waiting', 'me')
    expect(await pendingRaw(store)).toMatchObject([{ account: 'me', id: 'b' }])
    expect((await rawOf(store, 'a'))?.body).toBe('parsed')
  })

  it('changes nothing for an account that is not there, or is the same', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', seedEvidence())
    const before = await evidenceOf(store, 'me')
    await moveAccount(store, 'nobody', 'me')
    await moveAccount(store, 'me', 'me')
    expect(await evidenceOf(store, 'me')).toEqual(before)
  })
})
