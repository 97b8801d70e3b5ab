import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeOrigins, type Origin } from '../../shared/evidence/origin.ts'

const one = { capture: 'capture:1', at: 'line 1' }
const two = { capture: 'capture:1', at: 'line 2' }
const other = { capture: 'capture:2', at: 'line 1' }

it.each<readonly [string, readonly Origin[], readonly Origin[], readonly Origin[]]>([
  ['one and the same', [one], [{ ...one }], [one]],
  ['two lines of a capture', [two], [one], [one, two]],
  ['two captures', [one], [other], [one, other]],
  ['two captures, the other way round', [other], [one], [one, other]],
  ['one of several', [one, other], [two], [one, two, other]],
  ['one that is among several', [one, other], [one], [one, other]],
])('origins are merged without repeats, in one order: %s', (_, a, b, merged) => {
  expect(mergeOrigins(a, b)).toEqual(merged)
})

it('says the same whichever comes first, also where one capture is named like the beginning of another', () => {
  const origin = fc.record({
    capture: fc.constantFrom('capture:1', 'capture:11', 'capture:2'),
    at: fc.constantFrom('$', 'line 1', 'line 10'),
  })
  fc.assert(
    fc.property(origin, origin, origin, (a, b, c) => {
      expect(mergeOrigins([a], [b])).toEqual(mergeOrigins([b], [a]))
      expect(mergeOrigins(mergeOrigins([a], [b]), [c])).toEqual(mergeOrigins([a], mergeOrigins([b], [c])))
    }),
  )
})
