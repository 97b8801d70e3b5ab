import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { recordId, type UsageRecord } from '../../shared/evidence/kinds/usage-record.ts'
import { dropRecords } from '../../shared/store/drop-records.ts'
import { dropRecordsBefore } from '../../shared/store/raw/retention.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { countsOf } from '../../shared/store/read-counts.ts'
import { evidenceOf } from '../../shared/store/read-evidence.ts'
import type { Store } from '../../shared/store/database/store.ts'
import { evidenceWith, meter, page, refusal, row, seedEvidence, snapshot } from '../analyse/build.ts'
import { DAY_OF_HOURS } from '../../shared/time/duration.ts'
import { at, day } from '../time/given.ts'
import { freshStore } from './fresh-store.ts'
import { pageReadIn } from './page-read-in.ts'
import { inIdOrder } from './in-id-order.ts'
import { sightedParts } from './sightings.ts'

const SECOND = '2026-06-12T00:10:18Z'
const UUID = '27d801a6-7d0d-433e-bf1b-4d0b88406e57'

const readBack = async (store: Store) => inIdOrder(await evidenceOf(store, 'me'))

/** The n-th of equal rows of a table, in a capture of that name. */
function tableRow(n: number, capture = 'capture:table', details: Partial<UsageRecord> = {}): UsageRecord {
  const base = row(SECOND, { origins: [{ capture, at: `line ${n + 1}` }], ...details })
  return { ...base, id: recordId(base, n) }
}

const serviceRow = (requestId = UUID) =>
  row(SECOND, {
    requestId,
    status: 200,
    statusText: null,
    origins: [{ capture: 'capture:service', at: '$.requests[0]' }],
  })

const records = (...all: UsageRecord[]): Evidence => ({ ...NO_EVIDENCE, records: all })

describe('putting evidence', () => {
  it('gives it back whole, and the second time changes nothing', async () => {
    const store = freshStore()
    const seed: Evidence = {
      ...seedEvidence(),
      devices: [
        {
          id: 'device:1',
          name: 'laptop',
          platform: null,
          clientVersion: null,
          lastActive: null,
          firstSeen: at(SECOND),
          lastSeen: at(SECOND),
          origins: [],
        },
      ],
      marks: [{ id: 'mark:1', when: row(SECOND).when, kind: 'note', text: 'subagents on' }],
      rejects: [
        {
          id: 'reject:1',
          input: 'paste',
          capture: 'capture:1',
          line: 3,
          path: null,
          reason: { code: 'text', values: { text: 'no date' } },
          excerpt: '…',
        },
      ],
      unknownFields: [{ source: 'usages', path: '$.new', count: 2 }],
    }
    const first = await putEvidence(store, 'me', seed)
    const once = await readBack(store)
    expect(once).toEqual(mergeEvidence(seed))
    expect(first).toMatchObject({
      records: { added: 9, merged: 0, unchanged: 0 },
      snapshots: { added: 2 },
      errors: { added: 2 },
      captures: { added: 1 },
      devices: { added: 1 },
      unknownFields: { added: 1 },
    })
    const second = await putEvidence(store, 'me', seed)
    expect(await readBack(store)).toEqual(once)
    for (const count of Object.values(second)) expect(count).toMatchObject({ added: 0, merged: 0 })
    expect(second.records.unchanged).toBe(9)
  })

  it('keeps accounts apart', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', seedEvidence())
    expect(await evidenceOf(store, 'somebody else')).toEqual(NO_EVIDENCE)
    await putEvidence(store, 'somebody else', records(row(SECOND)))
    expect((await evidenceOf(store, 'me')).records).toHaveLength(9)
  })

  it('keeps the origins of both when one reading was seen twice', async () => {
    const store = freshStore()
    const reading = snapshot(SECOND, [meter('5h', 10, '3h')])
    const seen = (capture: string) => ({ ...reading, origins: [{ capture, at: '$' }] })
    await putEvidence(store, 'me', evidenceWith({ snapshots: [seen('capture:b')] }))
    const summary = await putEvidence(store, 'me', evidenceWith({ snapshots: [seen('capture:a')] }))
    expect(summary.snapshots).toEqual({ added: 0, merged: 1, unchanged: 0 })
    const [stored] = (await evidenceOf(store, 'me')).snapshots
    expect(stored?.origins.map(({ capture }) => capture)).toEqual(['capture:a', 'capture:b'])
  })

  it('either keeps all of it or nothing', async () => {
    const store = freshStore()
    const broken = Object.assign(refusal('account', SECOND), { message: () => 'a function cannot be stored' })
    const attempt = putEvidence(store, 'me', evidenceWith(page([row(SECOND)]), { errors: [broken] }))
    await expect(attempt).rejects.toMatchObject({ name: 'StoreError', kind: 'failed' })
    expect(await evidenceOf(store, 'me')).toEqual(NO_EVIDENCE)
    expect((await countsOf(store, 'me')).items.records).toBe(0)
  })
})

describe('rows of a table and rows of the service', () => {
  it.each([
    ['service first', [serviceRow()], [tableRow(0)]],
    ['table first', [tableRow(0)], [serviceRow()]],
  ])('are one row, %s', async (_, first, second) => {
    const store = freshStore()
    await putEvidence(store, 'me', records(...first))
    const summary = await putEvidence(store, 'me', records(...second))
    expect(summary.records).toEqual({ added: 0, merged: 1, unchanged: 0 })
    const [stored, ...others] = (await evidenceOf(store, 'me')).records
    expect(others).toEqual([])
    expect(stored).toMatchObject({ requestId: UUID, status: 200, statusText: 'Success' })
    expect(stored?.origins).toHaveLength(2)
  })

  it('do not change partners when a page is read again later', async () => {
    const store = freshStore()
    const table = records(tableRow(0), tableRow(1))
    const other = serviceRow('37d801a6-7d0d-433e-bf1b-4d0b88406e57')
    for (const part of [table, records(serviceRow()), records(other)]) await putEvidence(store, 'me', part)
    const before = await readBack(store)
    expect(before.records).toHaveLength(2)
    const summary = await putEvidence(store, 'me', table)
    expect(summary.records).toEqual({ added: 0, merged: 0, unchanged: 2 })
    expect(await readBack(store)).toEqual(before)
  })

  it('are counted as the one row that they are', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', records(serviceRow(), tableRow(0), tableRow(1)))
    expect((await countsOf(store, 'me')).items.records).toBe(2)
  })
})

describe('a row whose time becomes better known', () => {
  const told = (time: string, zone?: string) => records(row(time, { requestId: UUID }, zone))
  it.each([
    ['zone-less, then in UTC', told('2026-03-02 00:30:00'), told('2026-03-01T23:30:00Z')],
    ['in UTC, then zone-less', told('2026-03-01T23:30:00Z'), told('2026-03-02 00:30:00')],
    ['under a wrong zone, then in UTC', told('2026-03-02 23:30:00', '-12:00'), told('2026-03-02T09:30:00Z')],
    ['in UTC, then under a wrong zone', told('2026-03-02T09:30:00Z'), told('2026-03-02 23:30:00', '-12:00')],
    ['undated, then in UTC', records({ ...serviceRow(), when: { kind: 'undated' } }), records(serviceRow())],
    ['in UTC, then undated', records(serviceRow()), records({ ...serviceRow(), when: { kind: 'undated' } })],
  ])('is one row on one day: %s', async (_, first, second) => {
    const store = freshStore()
    await putEvidence(store, 'me', first)
    await putEvidence(store, 'me', second)
    expect(await readBack(store)).toEqual(mergeEvidence(first, second))
    const [stored, ...others] = (await evidenceOf(store, 'me')).records
    expect(others).toEqual([])
    expect(stored?.when).not.toHaveProperty('local')
    expect((await countsOf(store, 'me')).items.records).toBe(1)
  })
})

describe('a request of which two days are told', () => {
  const requestId = '0f0e0d0c-0b0a-4908-8706-050403020100'
  const march = pageReadIn([row('2026-03-02T10:00:00Z', { requestId })])
  const july = pageReadIn([row('2026-07-22T03:06:49Z', { requestId })])

  it.each([
    ['the earlier first', [march, july]],
    ['the later first', [july, march]],
  ])('is one row, as in one read of both: %s', async (_, parts) => {
    const store = freshStore()
    for (const part of parts) await putEvidence(store, 'me', part)
    const read = await evidenceOf(store, 'me')
    expect(read.records).toEqual(mergeEvidence(march, july).records)
    expect((await countsOf(store, 'me')).items.records).toBe(1)
  })

  it('stays deleted', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', march)
    await dropRecords(store, 'me', new Set(march.records.map(({ id }) => id)))
    await putEvidence(store, 'me', july)
    expect((await evidenceOf(store, 'me')).records).toEqual([])
  })

  it('is one row again where it was kept as two', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', march)
    await store.requestDays.clear() // as in a database from before they were noted
    await putEvidence(store, 'me', july)
    expect((await evidenceOf(store, 'me')).records).toHaveLength(2)
    const beside = row('2026-03-02T10:00:01Z', { requestId: '1f0e0d0c-0b0a-4908-8706-050403020100' })
    await putEvidence(store, 'me', pageReadIn([...july.records, beside]))
    expect((await evidenceOf(store, 'me')).records).toHaveLength(2)
  })

  it('is forgotten with its day', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', march)
    await putEvidence(
      store,
      'me',
      pageReadIn([row('2026-07-22T03:06:49Z', { requestId: requestId.replace('0100', '0200') })]),
    )
    await dropRecordsBefore(store, 'me', day('2026-04-01'))
    const noted = (await store.requestDays.toArray()).flatMap(({ days }) => [...days])
    expect(noted).toEqual([at('2026-07-22T00:00:00Z') / DAY_OF_HOURS])
  })
})

describe('whatever comes in whatever order', () => {
  it('is what merging all of it gives, and coming again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(sightedParts, async (parts) => {
        const store = freshStore()
        for (const part of parts) await putEvidence(store, 'me', part)
        const once = await readBack(store)
        expect(once).toEqual(mergeEvidence(...parts))
        for (const part of parts.toReversed()) {
          const { records: count } = await putEvidence(store, 'me', part)
          expect(count).toMatchObject({ added: 0, merged: 0 })
        }
        expect(await readBack(store)).toEqual(once)
        expect((await countsOf(store, 'me')).items.records).toBe(once.records.length)
        await store.delete()
      }),
      { numRuns: 100 },
    )
  })
})
