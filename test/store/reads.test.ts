import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { evidenceId } from '../../shared/evidence/id.ts'
import { accountsOf } from '../../shared/store/accounts.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { putRaw } from '../../shared/store/raw-queue.ts'
import { countsOf, daysOf } from '../../shared/store/read-counts.ts'
import { capturesIn, errorsIn, evidenceOf, recordsIn, snapshotsIn } from '../../shared/store/read-evidence.ts'
import { span } from '../../shared/time/span.ts'
import { evidenceWith, meter, page, refusal, row, seedEvidence, snapshot } from '../analyse/build.ts'
import { at } from '../time/given.ts'
import { freshStore } from './fresh-store.ts'

const between = (from: string, to: string) => span(at(from), at(to))

async function storeWith(...parts: Partial<Evidence>[]) {
  const store = freshStore()
  await putEvidence(store, 'me', evidenceWith(...parts))
  return store
}

describe('recordsIn', () => {
  const EDGE = '2026-03-02T00:00:00Z'
  it.each([
    ['the second before the span', '2026-03-01T23:59:59Z', 0],
    ['the first second', EDGE, 1],
    ['the last second', '2026-03-02T23:59:59Z', 1],
    ['the second after it', '2026-03-03T00:00:00Z', 0],
  ])('%s', async (_, time, found) => {
    const store = await storeWith(page([row(time)]))
    expect(await recordsIn(store, 'me', between(EDGE, '2026-03-03T00:00:00Z'))).toHaveLength(found)
  })

  it('finds a row that may lie in the span, though it lives on the day before', async () => {
    // 02:30 on the night when clocks go back: 23:30Z or 00:30Z
    const store = await storeWith({ records: [row('2026-10-26 00:30:00', {}, 'Atlantic/Azores')] })
    const [stored] = (await evidenceOf(store, 'me')).records
    expect(stored?.when.kind).toBe('span')
  })

  it('gives rows by time, whatever order they came in, and none without a zone', async () => {
    const times = ['2026-03-02T10:00:00Z', '2026-03-01T10:00:00Z', '2026-03-03T10:00:00Z']
    const store = await storeWith(page(times.map((time) => row(time))), {
      records: [row('2026-03-02 10:00:00')],
    })
    const found = await recordsIn(store, 'me', between('2026-02-01T00:00:00Z', '2026-04-01T00:00:00Z'))
    expect(found.map(({ when }) => when.kind === 'span' && when.span.from)).toEqual(times.toSorted().map(at))
  })
})

describe('what else lies in a span', () => {
  const DAY = between('2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z')

  it('captures that show it, also when they were made days later', async () => {
    const rows = [row('2026-03-01T10:00:00Z'), row('2026-03-04T10:00:00Z')]
    const store = await storeWith(page(rows, at('2026-03-05T09:00:00Z')))
    expect(await capturesIn(store, 'me', DAY)).toHaveLength(1)
    expect(await capturesIn(store, 'me', between('2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z'))).toEqual([])
  })

  it('snapshots and errors of that day; undated ones of none', async () => {
    const store = await storeWith({
      snapshots: ['2026-03-02T10:00:00Z', '2026-03-03T10:00:00Z', null].map((time) =>
        snapshot(time, [meter('5h', 1, null)]),
      ),
      errors: ['2026-03-02T00:00:00Z', '2026-03-01T23:59:59Z', null].map((time) =>
        refusal('overloaded', time),
      ),
    })
    expect(await snapshotsIn(store, 'me', DAY)).toHaveLength(1)
    expect(await errorsIn(store, 'me', DAY)).toHaveLength(1)
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
