import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areApart, proportion } from '../../../shared/analyse/views/year/proportion.ts'

describe('a share and how sure it is', () => {
  // Wilson score intervals as tabled by R. G. Newcombe (1998), method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (count, of, least, most) => {
    const found = proportion(count, of)
    expect(found.least).toBeCloseTo(least, 3)
    expect(found.most).toBeCloseTo(most, 3)
  })

  it('of nothing is unknown', () => expect(proportion(0, 0)).toMatchObject({ least: 0, most: 1 }))

  it('holds the share itself, and differs from itself never', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (some, more) => {
        const found = proportion(some, some + more)
        if (some + more === 0) return !areApart(found, found)
        const share = some / (some + more)
        return found.least <= share + 1e-9 && found.most >= share - 1e-9 && !areApart(found, found)
      }),
    )
  })
})
