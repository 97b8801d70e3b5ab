import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { mergeRecords } from '../../shared/evidence/merge-records.ts'
import { recordId, type UsageRecord } from '../../shared/evidence/kinds/usage-record.ts'
import { evidenceWith, page, row, seedEvidence } from '../analyse/build.ts'

const SECOND = '2026-06-12T00:10:18Z'

const fromService = (n: number): UsageRecord =>
  row(SECOND, {
    requestId: `27d801a6-7d0d-433e-bf1b-4d0b88406e${String(n).padStart(2, '0')}`,
    status: 200,
    statusText: null,
    origins: [{ capture: 'capture:service', at: `$.requests[${n}]` }],
  })

/** The n-th of equal rows of a table. */
const fromTable = (n: number, details: Partial<UsageRecord> = {}): UsageRecord => {
  const base = row(SECOND, { origins: [{ capture: 'capture:table', at: `line ${n + 1}` }], ...details })
  return { ...base, id: recordId(base, n) }
}

describe('mergeRecords', () => {
  it('makes one row of two sightings of one request', () => {
    const [merged, ...others] = mergeRecords([fromService(0)], [fromTable(0)])
    expect(others).toEqual([])
    expect(merged).toMatchObject({ requestId: fromService(0).requestId, status: 200, statusText: 'Success' })
    expect(merged?.origins.map(({ capture }) => capture)).toEqual(['capture:service', 'capture:table'])
  })

  it('keeps the request id, also where the row of the table says more than the row of the service', () => {
    const bare = {
      ...fromService(0),
      status: null,
      callType: null,
      model: null,
      source: { kind: 'login_device', name: null, inferred: true },
    } as const
    const table = fromTable(0, { callType: 'Model Inference' })
    const [merged] = mergeRecords([bare], [table])
    expect(merged).toMatchObject({ id: bare.id, requestId: bare.requestId, callType: 'Model Inference' })
    expect(mergeRecords([bare], [table], [table], merged ? [merged] : [])).toEqual([merged])
  })

  it.each([
    // rows of the service, equal rows of the table, rows in the end
    [2, 2, 2],
    [2, 3, 3],
    [3, 1, 3],
    [0, 2, 2],
  ])('keeps the multiset maximum of %i and %i: %i', (service, table, expected) => {
    const lists = [
      Array.from({ length: service }, (_, n) => fromService(n)),
      Array.from({ length: table }, (_, n) => fromTable(n)),
    ]
    expect(mergeRecords(...lists)).toHaveLength(expected)
  })

  it.each([
    ['another client', { userAgent: 'kimi-code-cli/0.14.0' }],
    ['a key', { source: { kind: 'api_key', name: 'ci', inferred: false } }],
  ] as const)('does not join rows that differ in %s', (_, details) => {
    expect(mergeRecords([fromService(0)], [fromTable(0, details)])).toHaveLength(2)
  })

  it('gives the same whatever the order, and nothing new the second time', () => {
    const rows = [
      fromService(0),
      fromService(1),
      fromTable(0),
      fromTable(1),
      fromTable(2),
      row('2026-06-12T00:10:19Z'),
    ]
    const once = mergeRecords(rows)
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(mergeRecords(shuffled)).toEqual(once)
        expect(mergeRecords(once, shuffled)).toEqual(once)
      }),
    )
  })
})

describe('merging in steps', () => {
  const rows = [0, 1, 2].flatMap((n) => [fromService(n), fromTable(n), fromTable(n + 3)])

  it('counts what merging at once counts, in any order and with repeats', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...rows), { minLength: 1, maxLength: 20 }), (arrivals) => {
        const stepwise = arrivals.reduce<UsageRecord[]>((kept, arrival) => mergeRecords(kept, [arrival]), [])
        const atOnce = mergeRecords(arrivals)
        expect(stepwise).toHaveLength(atOnce.length)
        expect(stepwise.filter(({ requestId }) => requestId !== null)).toHaveLength(
          atOnce.filter(({ requestId }) => requestId !== null).length,
        )
      }),
    )
  })
})

describe('mergeEvidence', () => {
  it('changes nothing when the same evidence comes again', () => {
    const seed = mergeEvidence(seedEvidence())
    expect(mergeEvidence(seed, seedEvidence(), seed)).toEqual(seed)
    expect(seed.records).toHaveLength(9)
  })

  it('is the same for parts in any order', () => {
    const parts = [
      seedEvidence(),
      evidenceWith(page([row('2026-03-04T10:00:00Z')])),
      evidenceWith(page([row('2026-03-05T10:00:00Z')])),
    ]
    expect(mergeEvidence(...parts)).toEqual(mergeEvidence(...parts.toReversed()))
  })
})
