import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { evidenceId } from '../../shared/evidence/id.ts'
import { accountsOf } from '../../shared/store/accounts/accounts.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { putRaw } from '../../shared/store/raw/raw-queue.ts'
import { countsOf, daysOf } from '../../shared/store/read-counts.ts'
import { evidenceOf } from '../../shared/store/read-evidence.ts'
import { evidenceWith, page, row, seedEvidence } from '../analyse/build.ts'
import { at } from '../time/given.ts'
import { freshStore } from './fresh-store.ts'

async function storeWith(...parts: Partial<Evidence>[]) {
  const store = freshStore()
  await putEvidence(store, 'me', evidenceWith(...parts))
  return store
}

describe('evidenceOf', () => {
  it('gives rows by time, whatever order they came in, after those without a zone', async () => {
    const times = ['2026-03-02T10:00:00Z', '2026-03-01T10:00:00Z', '2026-03-03T10:00:00Z']
    const store = await storeWith(page(times.map((time) => row(time))), {
      records: [row('2026-03-02 10:00:00')],
    })
    const { records } = await evidenceOf(store, 'me')
    expect(records.map(({ when }) => (when.kind === 'span' ? when.span.from : null))).toEqual([
      null,
      ...times.toSorted().map(at),
    ])
  })
})

describe('counts', () => {
  it('are those of what is read', async () => {
    const store = await storeWith(
      seedEvidence(),
      page([row('2026-03-07T10:00:00Z'), row('2026-03-08T10:00:00Z')]),
    )
    const evidence = await evidenceOf(store, 'me')
    const counts = await countsOf(store, 'me')
    const lengths = Object.fromEntries(Object.entries(evidence).map(([kind, items]) => [kind, items.length]))
    expect(counts.items).toEqual(lengths)
    expect([counts.from, counts.to]).toEqual([at('2026-03-07T10:00:00Z'), at('2026-03-08T10:00:01Z')])
    expect(counts.bytes).toBeGreaterThan(11 * 16)
  })

  it('of an account that is not there are none, and its times unknown', async () => {
    const counts = await countsOf(freshStore(), 'nobody')
    expect(counts).toMatchObject({ from: null, to: null, bytes: 0 })
    expect(Object.values(counts.items)).toEqual(Object.values(counts.items).map(() => 0))
  })

  it('name the days that have rows', async () => {
    const store = await storeWith(
      page([row('2026-03-02T23:59:59Z'), row('2026-03-03T00:00:00Z')]),
      seedEvidence(),
    )
    expect(await daysOf(store, 'me')).toMatchObject([
      { basis: 'local', day: '2026-03-02', records: 9 },
      { basis: 'utc', day: '2026-03-02', records: 1 },
      { basis: 'utc', day: '2026-03-03', records: 1 },
    ])
  })

  it('know the accounts, those with nothing but a waiting capture too', async () => {
    const store = await storeWith(seedEvidence())
    await putRaw(store, 'early', 'capture:1', { at: null, via: 'page', input: 'x', source: null, body: '{}' })
    expect(await accountsOf(store)).toEqual(['early', 'me'])
  })
})

it('an account may have any label', async () => {
  const store = freshStore()
  for (const label of ['', 'a', 'a\u0000', 'ab', '名']) {
    await putEvidence(
      store,
      label,
      evidenceWith({ records: [{ ...row('2026-03-02T10:00:00Z'), id: evidenceId('record', label) }] }),
    )
  }
  for (const label of ['', 'a', 'ab', '名']) expect((await evidenceOf(store, label)).records).toHaveLength(1)
})
