import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { Evidence, EvidenceItem } from '../../../shared/evidence/evidence.ts'
import { AccountReader } from '../../../shared/store/accounts/account-reader.ts'
import { putEvidence } from '../../../shared/store/put-evidence.ts'
import { openSegment, packSegment } from '../../../shared/store/segments/segment.ts'
import { onEachShelf, type DayShelf } from '../../../shared/store/segments/day-shelves.ts'
import { DAY_KINDS, type DayKind } from '../../../shared/store/database/schema.ts'
import type { Store } from '../../../shared/store/database/store.ts'
import { loggedCall, meter, page, refusal, row, snapshot } from '../../analyse/build.ts'
import { day } from '../../time/given.ts'
import { freshStore } from '../fresh-store.ts'
import { pageReadIn } from '../page-read-in.ts'

const HOME = { basis: 'utc', day: day('2026-03-02') } as const

/** Everything in a value that may go wrong on a disk, each as what does that to it: a byte of a buffer, a text, a number. */
function spoilersOf(value: unknown): (() => void)[] {
  if (typeof value !== 'object' || value === null) return []
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    return Array.from(bytes, (byte, index) => () => void (bytes[index] = byte ^ 0x10))
  }
  return Object.entries(value).flatMap(([name, each]: [string, unknown]) => {
    const spoil = (next: unknown) => [() => void Object.assign(value, { [name]: next })]
    if (typeof each === 'string') return spoil(`${each}x`)
    if (typeof each === 'number') return spoil(each + 1)
    return each === null ? spoil('x') : spoilersOf(each)
  })
}

function eachNoticed<Kind extends DayKind>(
  shelf: DayShelf<Kind>,
  items: readonly EvidenceItem[Kind][],
): number {
  const whole = packSegment(shelf.codec, shelf.whenOf, 'me', HOME, items)
  const copy = (): typeof whole => structuredClone(whole)
  expect(() => openSegment(shelf.codec, copy())).not.toThrow()
  const count = spoilersOf(copy()).length
  for (let index = 0; index < count; index += 1) {
    const segment = copy()
    spoilersOf(segment)[index]?.()
    expect(() => openSegment(shelf.codec, segment)).toThrow(/cannot be read back|newer version/)
  }
  return count
}

const AT = '2026-03-02T10:00:00Z'
const rows = [row(AT), row('2026-03-02T10:01:00Z', { status: 429, outcome: 'failure' })]
const when = refusal('window_5h', AT).when

/** Of each kind what a day may hold. */
const DAYS: Pick<Evidence, DayKind> = {
  records: rows,
  snapshots: [snapshot(AT, [meter('5h', 3, '2026-03-02T12:00:00Z')])],
  errors: [refusal('window_5h', AT)],
  calls: [loggedCall(AT)],
  costs: [
    {
      id: 'cost:1',
      when,
      product: 'Kimi Code',
      percent: 0.01,
      below: true,
      resolution: 0.005,
      origins: [{ capture: 'capture:1', at: 'line 1' }],
    },
  ],
  captures: [...page(rows).captures],
}

it('a segment of which one byte, text or number is another is noticed, of whatever kind', async () => {
  const noticed = await onEachShelf((shelf, kind) => Promise.resolve(eachNoticed(shelf, DAYS[kind])))
  for (const kind of DAY_KINDS) expect(noticed[kind]).toBeGreaterThan(8)
})

describe('a damaged day', () => {
  const DAMAGED = ['me', 'utc', '2026-03-02'] as const

  async function withDamage(): Promise<Store> {
    const store = freshStore()
    for (const date of ['2026-03-01', '2026-03-02', '2026-03-03'])
      await putEvidence(store, 'me', pageReadIn([row(`${date}T10:00:00Z`), row(`${date}T10:01:00Z`)]))
    await store.segments.update(DAMAGED, { length: 1 })
    return store
  }

  it('is left out and named; the other days are read, and no capture says that it was looked at', async () => {
    const { evidence, damaged, added } = await new AccountReader(await withDamage(), 'me').read()
    expect(evidence.records).toHaveLength(4)
    expect(damaged).toEqual([{ kind: 'records', basis: 'utc', day: '2026-03-02' }])
    expect(evidence.captures).toHaveLength(2)
    expect(added).toBeNull()
  })

  it('takes nothing in and stays as it is; the days beside it go on', async () => {
    const store = await withDamage()
    const before = await store.segments.get(DAMAGED)
    const again = pageReadIn([row('2026-03-02T11:00:00Z')])
    await expect(putEvidence(store, 'me', again)).rejects.toMatchObject({ kind: 'damaged' })
    expect(await store.segments.get(DAMAGED)).toEqual(before)
    await putEvidence(store, 'me', pageReadIn([row('2026-03-03T11:00:00Z')]))
    const { evidence } = await new AccountReader(store, 'me').read()
    expect(evidence.records).toHaveLength(5)
    expect(await store.segments.get(DAMAGED)).toEqual(before)
  })
})
