import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteCount } from '../../../shared/store/segments/byte-count.ts'
import { callCodec } from '../../../shared/store/columns/call-columns.ts'
import { captureCodec } from '../../../shared/store/columns/capture-columns.ts'
import { itemsIn, type Codec } from '../../../shared/store/segments/codec.ts'
import { costCodec } from '../../../shared/store/columns/cost-columns.ts'
import { recordCodec } from '../../../shared/store/columns/record-columns.ts'
import {
  openSegment,
  packSegment,
  SEGMENT_FORMAT,
  sortByTime,
} from '../../../shared/store/segments/segment.ts'
import { CAPTURES, RECORDS } from '../../../shared/store/segments/shelves.ts'
import { snapshotCodec } from '../../../shared/store/columns/snapshot-columns.ts'
import { StoreError } from '../../../shared/store/database/store-error.ts'
import { syntheticRecords } from '../../bench/synthetic-records.ts'
import { day } from '../../time/given.ts'
import {
  arbitraryCall,
  arbitraryCapture,
  arbitraryCost,
  arbitraryRecord,
  arbitrarySnapshot,
} from '../arbitrary-evidence.ts'

const HOME = { basis: 'utc', day: day('2026-03-02') } as const

const holds = <Item extends { id: string }, Columns>(
  name: string,
  codec: Codec<Item, Columns>,
  item: fc.Arbitrary<Item>,
) =>
  it(`${name} come back as they were`, () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 25 }), (items) => {
        const columns = structuredClone(codec.pack(items))
        expect(itemsIn(codec.open(columns, items.length))).toStrictEqual(items)
      }),
      { numRuns: 300 },
    )
  })

describe('the items of a day', () => {
  holds('records', recordCodec, arbitraryRecord)
  holds('snapshots', snapshotCodec, arbitrarySnapshot)
  holds('calls', callCodec, arbitraryCall)
  holds('costs', costCodec, arbitraryCost)
  holds('captures', captureCodec, arbitraryCapture)
})

describe('a segment', () => {
  it('gives its records sorted by time, and is the same whatever order they came in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(arbitraryRecord, { selector: ({ id }) => id, maxLength: 20 }), (records) => {
        const pack = (items: typeof records) => packSegment(recordCodec, RECORDS.whenOf, 'me', HOME, items)
        const segment = structuredClone(pack(records))
        expect(itemsIn(openSegment(recordCodec, segment))).toStrictEqual(sortByTime(records, RECORDS.whenOf))
        expect(pack(records.toReversed())).toStrictEqual(segment)
      }),
    )
  })

  it('of a heavy day takes less than 200 kB', () => {
    const segment = packSegment(recordCodec, RECORDS.whenOf, 'me', HOME, syntheticRecords(0, 6_000))
    expect(byteCount(segment)).toBeGreaterThan(6_000 * 16)
    expect(byteCount(segment)).toBeLessThan(200_000)
  })

  it('of a later format is refused by number', () => {
    const segment = packSegment(CAPTURES.codec, CAPTURES.whenOf, 'me', HOME, [])
    const later = { ...segment, format: SEGMENT_FORMAT + 1 }
    expect(() => openSegment(CAPTURES.codec, later)).toThrow(StoreError)
    expect(() => openSegment(CAPTURES.codec, later)).toThrow(/newer version.*2026-03-02 has format 2/)
  })

  it('whose columns do not fit together is damaged, not empty', () => {
    const written = packSegment(recordCodec, RECORDS.whenOf, 'me', HOME, syntheticRecords(0, 3))
    // as segments were before they had a checksum
    const { columns, checksum: _, ...rest } = written
    const outcomes = { ...columns.outcomes, values: [] }
    const open = openSegment(recordCodec, { ...rest, columns: { ...columns, outcomes } })
    expect(() => itemsIn(open)).toThrow(/cannot be read back/)
  })
})
