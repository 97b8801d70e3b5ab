import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evidenceId } from '../../../shared/evidence/id.ts'
import { byteCount } from '../../../shared/store/segments/byte-count.ts'
import type { Column } from '../../../shared/store/columns/column.ts'
import { words } from '../../../shared/store/columns/dictionary.ts'
import { idsOf } from '../../../shared/store/columns/ids.ts'
import { listOf } from '../../../shared/store/columns/list.ts'
import { numbers } from '../../../shared/store/columns/numbers.ts'
import { optional } from '../../../shared/store/columns/optional.ts'
import { origins } from '../../../shared/store/columns/origins.ts'
import { recordIdRuns } from '../../../shared/store/columns/record-id-runs.ts'
import { whens } from '../../../shared/store/columns/whens.ts'
import { arbitraryOrigin, arbitraryWhen } from '../arbitrary-evidence.ts'

/** What a column gives back, after the trip through the database. */
function thereAndBack<Value, Packed>(column: Column<Value, Packed>, values: readonly Value[]): Value[] {
  const valueAt = column.open(structuredClone(column.pack(values)), values.length)
  return values.map((_, index) => valueAt(index))
}

const holds = <Value, Packed>(name: string, column: Column<Value, Packed>, value: fc.Arbitrary<Value>) =>
  it(`${name} come back as they were`, () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), (values) => {
        expect(thereAndBack(column, values)).toStrictEqual(values)
      }),
      { numRuns: 300 },
    )
  })

const number = fc.oneof(fc.integer(), fc.nat(300), fc.double({ noNaN: true }), fc.maxSafeInteger())
const id = fc.nat(60).map((n) => evidenceId('record', n))

describe('every column', () => {
  holds('numbers', numbers, fc.option(number, { nil: null }))
  holds('words', words<string | boolean | null>(), fc.oneof(fc.string(), fc.boolean(), fc.constant(null)))
  holds('ids', idsOf('record'), fc.oneof(id, fc.string(), fc.constant(`record:${'A'.repeat(32)}`)))
  holds('lists', listOf(numbers), fc.array(fc.nat()))
  holds('optional values', optional(words<string>()), fc.option(fc.string(), { nil: null }))
  holds('times', whens, arbitraryWhen)
  holds('origins', origins, fc.array(arbitraryOrigin, { maxLength: 5 }))
  holds('row ids of pages', recordIdRuns, fc.array(fc.oneof(id, fc.string()), { maxLength: 20 }))
})

describe('a column is no wider than it must be', () => {
  it.each([
    ['one value', [7, 7, 7], 'same', 0],
    ['nothing known', [null, null], 'same', 0],
    ['a byte', [200, 429, null], 'whole', 3],
    ['two bytes', [0, 254 + 1], 'whole', 4],
    ['the most that one byte holds', [0, 254], 'whole', 2],
    ['the most that two bytes hold', [-1, 65_533], 'whole', 4],
    ['instants of a day', [1_767_225_600_000, 1_767_311_999_000], 'whole', 8],
    ['a wide stretch', [0, 2 ** 33], 'float', 16],
    ['a fraction', [0.5, 1], 'float', 16],
    ['minus zero', [-0, 1], 'float', 16],
  ])('%s', (_, values, form, bytes) => {
    const packed = numbers.pack(values)
    expect(packed.form).toBe(form)
    const buffer = packed.form === 'whole' ? packed.codes : packed.form === 'float' ? packed.values : null
    expect(buffer?.byteLength ?? 0).toBe(bytes)
  })

  it('pages that overlap cost little more than their new rows', () => {
    const ids = Array.from({ length: 600 }, (_, n) => evidenceId('record', n)).toReversed()
    const pages = Array.from({ length: 101 }, (_, n) => ids.slice(500 - 5 * n, 600 - 5 * n))
    const packed = recordIdRuns.pack(pages)
    expect(thereAndBack(recordIdRuns, pages)).toEqual(pages)
    expect(packed.runs).toEqual({ form: 'same', value: 1 })
    expect(byteCount(packed)).toBeLessThan(600 * 16 + 101 * 4 + 300)
  })
})
