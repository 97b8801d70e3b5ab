import { expect, it } from 'vitest'
import { randomFrom } from './random.ts'

it('picks each of a list, null among them', () => {
  const random = randomFrom(1, 'pick')
  const drawn = Array.from({ length: 50 }, () => random.pick([1, null, 2]))
  expect(new Set(drawn)).toEqual(new Set([1, null, 2]))
})
