import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { recordId, type UsageRecord } from '../../shared/evidence/usage-record.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { countsOf, daysOf } from '../../shared/store/read-counts.ts'
import { evidenceOf, recordsIn } from '../../shared/store/read-evidence.ts'
import { rezone } from '../../shared/store/rezone.ts'
import { span } from '../../shared/time/span.ts'
import { evidenceWith, page, refusal, row } from '../analyse/build.ts'
import { at, zone } from '../time/given.ts'
import { freshStore } from './fresh-store.ts'
import { inIdOrder } from './in-id-order.ts'

const BERLIN = 'Europe/Berlin'

/** A pasted page: its rows say where they were read; equal rows are told apart by their ordinal. */
function paste(name: string, times: readonly string[], under = 'unknown'): Evidence {
  const seen = new Map<string, number>()
  const rows = times.map((time, index) => {
    const ordinal = seen.get(time) ?? 0
    seen.set(time, ordinal + 1)
    const base = row(time, { origins: [{ capture: `capture:${name}`, at: `line ${index + 1}` }] }, under)
    return { ...base, id: recordId(base, ordinal) }
  })
  const { records, captures } = page(rows)
  return evidenceWith({
    records,
    captures: captures.map((capture) => ({ ...capture, id: `capture:${name}` })),
  })
}

async function rezoned(evidence: Evidence, to: string) {
  const store = freshStore()
  await putEvidence(store, 'me', evidence)
  const summary = await rezone(store, 'me', zone(to))
  return { store, summary, evidence: inIdOrder(await evidenceOf(store, 'me')) }
}

const TIMES = ['2026-03-02 17:25:14', '2026-03-02 17:25:14', '2026-03-02 00:10:00', '2026-03-01 23:59:59']

describe('a zone that becomes known', () => {
  it('leaves what would be there, had it been known from the start', async () => {
    const wall = fc
      .integer({ min: 0, max: 59 })
      .map((minute) => `2026-10-25 02:${String(minute).padStart(2, '0')}:00`)
    const times = fc.array(fc.oneof(wall, fc.constantFrom(...TIMES)), { maxLength: 8 })
    const zones = fc.constantFrom(BERLIN, 'America/New_York', '+14:00', '-12:00')
    await fc.assert(
      fc.asyncProperty(times, zones, async (printed, under) => {
        const { evidence, store } = await rezoned(paste('a', printed), under)
        expect(evidence).toEqual(mergeEvidence(paste('a', printed, under)))
        expect((await countsOf(store, 'me')).items.records).toBe(printed.length)
        await store.delete()
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('moves rows to their UTC days', async () => {
    const { store, summary } = await rezoned(paste('a', TIMES), '+01:00')
    expect(summary).toEqual({ moved: 4, ambiguous: 0, skipped: 0 })
    expect((await daysOf(store, 'me')).map(({ basis, day, records }) => [basis, day, records])).toEqual([
      ['utc', '2026-03-01', 2],
      ['utc', '2026-03-02', 2],
    ])
    const moment = at('2026-03-02T16:25:14Z')
    expect(await recordsIn(store, 'me', span(moment, moment + 1))).toHaveLength(2)
  })

  it('counts times that occur twice or not at all, and keeps those', async () => {
    const { store, summary } = await rezoned(
      paste('a', ['2026-10-25 02:30:00', '2026-03-29 02:30:00']),
      BERLIN,
    )
    expect(summary).toEqual({ moved: 2, ambiguous: 1, skipped: 1 })
    expect((await daysOf(store, 'me')).map(({ basis }) => basis)).toEqual(['local', 'utc'])
  })

  it('merges with the same rows of the service', async () => {
    const store = freshStore()
    const service = row('2026-03-02T16:25:14Z', {
      requestId: '27d801a6-7d0d-433e-bf1b-4d0b88406e57',
      status: 200,
      origins: [{ capture: 'capture:service', at: '$' }],
    })
    await putEvidence(store, 'me', evidenceWith({ records: [service] }))
    await putEvidence(store, 'me', paste('a', ['2026-03-02 17:25:14']))
    expect((await evidenceOf(store, 'me')).records).toHaveLength(2)
    await rezone(store, 'me', zone('+01:00'))
    const [merged, ...others] = (await evidenceOf(store, 'me')).records
    expect(others).toEqual([])
    expect(merged).toMatchObject({ id: service.id, status: 200 })
    expect(merged?.origins).toHaveLength(2)
  })

  it('holds for the same paste, pasted again without a zone', async () => {
    const { store, evidence } = await rezoned(paste('a', TIMES), '+01:00')
    const again = await putEvidence(store, 'me', paste('a', TIMES))
    expect(again.records).toEqual({ added: 0, merged: 0, unchanged: 4 })
    expect(again.captures).toEqual({ added: 0, merged: 0, unchanged: 1 })
    expect(inIdOrder(await evidenceOf(store, 'me'))).toEqual(evidence)
  })

  it('places errors, too, and the marks of the user', async () => {
    const local = row('2026-03-02 17:00:00').when
    const error = refusal('overloaded', null, {
      when: local,
      origins: [{ capture: 'capture:log', at: 'line 1' }],
    })
    const mark = { id: 'mark:1', when: local, kind: 'blocked' as const, text: '' }
    const { evidence } = await rezoned(evidenceWith({ errors: [error], marks: [mark] }), '+01:00')
    const placed = { kind: 'span', span: { from: at('2026-03-02T16:00:00Z') } }
    expect(evidence.errors).toMatchObject([{ id: error.id, when: placed }])
    expect(evidence.marks).toMatchObject([{ id: 'mark:1', when: placed }])
  })

  it('keeps the id of a row whose id was not made of its time', async () => {
    const masked: UsageRecord = { ...row('2026-03-02 17:25:14'), id: 'record:masked', origins: [] }
    const { evidence } = await rezoned(evidenceWith({ records: [masked] }), '+01:00')
    expect(evidence.records).toMatchObject([{ id: 'record:masked', when: { kind: 'span' } }])
  })
})

describe('a zone of some captures', () => {
  it('leaves the others without one', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', paste('a', ['2026-03-02 17:25:14']))
    await putEvidence(store, 'me', paste('b', ['2026-03-05 09:00:00']))
    await rezone(store, 'me', zone('+01:00'), { captures: new Set(['capture:b']) })
    expect((await daysOf(store, 'me')).map(({ basis, day }) => [basis, day])).toEqual([
      ['local', '2026-03-02'],
      ['utc', '2026-03-05'],
    ])
  })

  it('is that of captures which show the same rows', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', paste('a', ['2026-03-02 17:25:14', '2026-03-02 17:20:00']))
    await putEvidence(store, 'me', paste('b', ['2026-03-02 17:30:00', '2026-03-02 17:25:14']))
    await rezone(store, 'me', zone('+01:00'), { captures: new Set(['capture:b']) })
    const { records, captures } = await evidenceOf(store, 'me')
    expect(records.map(({ when }) => when.kind)).toEqual(['span', 'span', 'span'])
    const ids = new Set(records.map(({ id }) => id))
    expect(captures.flatMap(({ recordIds }) => recordIds).every((id) => ids.has(id))).toBe(true)
  })
})

it('a wrong zone can be corrected', async () => {
  const { store } = await rezoned(paste('a', TIMES), '+02:00')
  await putEvidence(store, 'me', paste('given', ['2026-03-09 12:00:00'], 'America/New_York'))
  await rezone(store, 'me', zone('+01:00'), { from: zone('+02:00') })
  expect(inIdOrder(await evidenceOf(store, 'me'))).toEqual(
    mergeEvidence(paste('a', TIMES, '+01:00'), paste('given', ['2026-03-09 12:00:00'], 'America/New_York')),
  )
})
