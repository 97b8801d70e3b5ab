import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { accountsOf } from '../../shared/store/accounts.ts'
import { moveAccount } from '../../shared/store/move-account.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { pendingRaw, putRaw, rawOf, settleRaw } from '../../shared/store/raw-queue.ts'
import { countsOf } from '../../shared/store/read-counts.ts'
import { evidenceOf } from '../../shared/store/read-evidence.ts'
import { evidenceWith, page, row, seedEvidence } from '../analyse/build.ts'
import { at } from '../time/given.ts'
import { freshStore } from './fresh-store.ts'

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
