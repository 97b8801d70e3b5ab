import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { putEvidence } from '../../../shared/store/put-evidence.ts'
import { countsOf, daysOf } from '../../../shared/store/read-counts.ts'
import { evidenceOf } from '../../../shared/store/read-evidence.ts'
import { dropRecordsBefore, firstDayWithin } from '../../../shared/store/raw/retention.ts'
import { evidenceWith, meter, page, refusal, row, seedEvidence, snapshot } from '../../analyse/build.ts'
import { at, day } from '../../time/given.ts'
import { freshStore } from '../fresh-store.ts'

const TIMES = ['2026-03-01T10:00:00Z', '2026-03-02T23:59:59Z', '2026-03-03T00:00:00Z']

async function keptFrom(first: string, ...parts: Partial<Evidence>[]) {
  const store = freshStore()
  await putEvidence(store, 'me', evidenceWith(...parts))
  await putEvidence(store, 'other', evidenceWith(...parts))
  await dropRecordsBefore(store, 'me', day(first))
  return { store, evidence: await evidenceOf(store, 'me') }
}

describe('dropping evidence by age', () => {
  it('drops all dated evidence of the days before, and of no other account', async () => {
    const { store, evidence } = await keptFrom(
      '2026-03-03',
      page(TIMES.map((time) => row(time))),
      { snapshots: TIMES.map((time) => snapshot(time, [meter('5h', 1, null)])) },
      { errors: TIMES.map((time) => refusal('overloaded', time)) },
    )
    expect(evidence.records).toHaveLength(1)
    expect(evidence.snapshots).toHaveLength(1)
    expect(evidence.errors).toHaveLength(1)
    expect((await countsOf(store, 'me')).items).toMatchObject({ records: 1, snapshots: 1, errors: 1 })
    expect((await evidenceOf(store, 'other')).records).toHaveLength(3)
  })

  it('goes by the wall clock where the zone is unknown, and keeps what is undated', async () => {
    const { evidence } = await keptFrom('2026-03-03', seedEvidence(), {
      records: [row('2026-03-03 00:00:00')],
    })
    expect(evidence.records).toHaveLength(1)
    expect(evidence.errors).toHaveLength(2)
    expect(evidence.snapshots).toHaveLength(2)
  })

  it('keeps what the user marked', async () => {
    const mark = { id: 'mark:1', when: row('2026-01-01T00:00:00Z').when, kind: 'note' as const, text: 'x' }
    const { evidence } = await keptFrom('2026-03-03', { marks: [mark] })
    expect(evidence.marks).toEqual([mark])
  })
})

describe('a capture over the edge', () => {
  const edge = at('2026-03-02T00:00:00Z')
  it.each([
    ['reaches over it', ['2026-03-01T10:00:00Z', '2026-03-02T10:00:00Z'], edge, at('2026-03-02T10:00:00Z')],
    ['was made after it and shows only older rows', ['2026-03-01T10:00:00Z'], edge, edge],
    ['lies after it', ['2026-03-02T10:00:00Z'], at('2026-03-02T10:00:00Z'), at('2026-03-02T10:00:00Z')],
  ])('that %s says nothing of the time before', async (_, times, oldest, newest) => {
    const rows = times.map((time) => row(time))
    const { evidence } = await keptFrom('2026-03-02', page(rows, at('2026-03-02T12:00:00Z')))
    expect(evidence.captures).toMatchObject(
      [
        {
          oldest: { span: { from: oldest } },
          newest: { span: { from: newest } },
          recordIds: rows.map(({ id }) => id),
        },
      ].map((capture) => ({ ...capture, recordIds: capture.recordIds.toReversed() })),
    )
  })
})

describe('dropping evidence by size', () => {
  const sized = async () => {
    const store = freshStore()
    await putEvidence(store, 'me', evidenceWith(page(TIMES.map((time) => row(time)))))
    const headers = await store.headers.toArray()
    const bytesOf = (name: string) =>
      headers.filter((header) => header.day === name).reduce((sum, { bytes }) => sum + bytes, 0)
    return { store, bytesOf }
  }

  it('keeps the newest days that fit', async () => {
    const { store, bytesOf } = await sized()
    const last = bytesOf('2026-03-03')
    const two = last + bytesOf('2026-03-02')
    const all = two + bytesOf('2026-03-01')
    expect(await firstDayWithin(store, 'me', all)).toBeNull()
    expect(await firstDayWithin(store, 'me', all - 1)).toBe('2026-03-02')
    expect(await firstDayWithin(store, 'me', two)).toBe('2026-03-02')
    expect(await firstDayWithin(store, 'me', two - 1)).toBe('2026-03-03')
  })

  it('drops even the newest day when that alone is too large', async () => {
    const { store } = await sized()
    const first = await firstDayWithin(store, 'me', 1)
    expect(first).toBe('2026-03-04')
    await dropRecordsBefore(store, 'me', day('2026-03-04'))
    expect(await daysOf(store, 'me')).toEqual([])
    expect((await countsOf(store, 'me')).bytes).toBe(0)
  })
})
