import fc from 'fast-check'
import { expect, it } from 'vitest'
import { recordIds } from '../../shared/evidence/record-ids.ts'
import { recordId } from '../../shared/evidence/kinds/usage-record.ts'
import type { When } from '../../shared/evidence/when.ts'
import { wallTime } from '../../shared/time/wall.ts'

const when: fc.Arbitrary<When> = fc.oneof(
  fc.constant<When>({ kind: 'undated' }),
  fc.nat().map((wall): When => {
    const local = { text: String(wall), wall: wallTime(wall), length: 1_000, zone: null }
    return { kind: 'local', local }
  }),
)
const hex = fc.constantFrom(...'0123456789abcdefABCDEF'.split(''))
const digits = (length: number) => fc.string({ unit: hex, minLength: length, maxLength: length })
const uuid = fc
  .tuple(digits(8), digits(4), digits(4), digits(4), digits(12))
  .map((groups) => groups.join('-'))
const almost = fc
  .tuple(uuid, fc.nat(35), fc.string({ unit: 'grapheme', maxLength: 1 }))
  .map(([id, at, by]) => id.slice(0, at) + by + id.slice(at + 1))

const row = fc.record({
  requestId: fc.oneof(fc.constant(null), uuid, almost, fc.string({ unit: 'grapheme' })),
  when,
  source: fc.record({
    kind: fc.constantFrom('login_device', 'api_key', 'unknown'),
    name: fc.option(fc.string({ unit: 'grapheme' })),
    inferred: fc.boolean(),
  }),
  userAgent: fc.option(fc.string({ unit: 'grapheme' })),
})

it('gives each row the id that it has alone', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(row, fc.nat(9))), (rows) => {
      const ids = recordIds(
        rows.map(([each]) => each),
        rows.map(([, ordinal]) => ordinal),
      )
      expect(ids).toEqual(rows.map(([each, ordinal]) => recordId(each, ordinal)))
    }),
  )
})
