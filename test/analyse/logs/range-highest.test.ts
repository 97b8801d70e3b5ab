import fc from 'fast-check'
import { expect, test } from 'vitest'
import { highestBetween, rangeHighest } from '../../../shared/analyse/logs/range-highest.ts'

test('gives what looking at each value gives', () => {
  const long = fc.array(fc.nat(9), { maxLength: 1_500, size: 'max' })
  fc.assert(
    fc.property(long, fc.nat(1_500), fc.nat(1_500), (values, from, length) => {
      const each = values.slice(from, from + length).reduce((most, value) => Math.max(most, value), 0)
      expect(highestBetween(rangeHighest(values), from, from + length)).toBe(each)
    }),
  )
})
