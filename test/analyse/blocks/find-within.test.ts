import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findWithin } from '../../../shared/analyse/blocks/find-within.ts'

describe('which texts stand in others', () => {
  it.each<[string, readonly string[], readonly string[], readonly string[], readonly string[]]>([
    ['none', [], ['a'], [], []],
    ['at its end, begun in vain before', ['abac'], ['ababac'], ['abac'], ['ababac']],
    ['one in another that is not there', ['she sells', 'he'], ['there'], ['he'], ['there']],
    ['the same', ['quota'], ['quota'], ['quota'], ['quota']],
    ['no letters stand in nothing', [''], ['a'], [], []],
  ])('%s', (_, parts, wholes, within, holding) => {
    expect(findWithin(parts, wholes)).toEqual({ parts: new Set(within), wholes: new Set(holding) })
  })

  it('as each tried on each gives it', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'é', '额'), { minLength: 1, maxLength: 9 })
    const texts = fc.array(text, { maxLength: 12 }).map((all) => all.map((letters) => letters.join('')))
    fc.assert(
      fc.property(texts, texts, (parts, wholes) => {
        expect(findWithin(parts, wholes)).toEqual({
          parts: new Set(parts.filter((part) => wholes.some((whole) => whole.includes(part)))),
          wholes: new Set(wholes.filter((whole) => parts.some((part) => whole.includes(part)))),
        })
      }),
      { numRuns: 2_000 },
    )
  })
})
