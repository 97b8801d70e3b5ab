import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { shareBounds } from '../../shared/evidence/share-bounds.ts'

const printed = (percent: number, resolution = 0.01, below = false) => ({ percent, resolution, below })

it.each([
  ['nothing', [], 0, 0],
  ['one, rounded either way', [printed(0.14)], 0.13, 0.15],
  ['one that was printed with one decimal', [printed(1.5, 0.1)], 1.4, 1.6],
  ['only "less than": maybe nothing', [printed(0.01, 0.01, true)], 0, 0.01],
  ['nothing below zero', [printed(0, 0.01)], 0, 0.01],
  ['several', [printed(0.14), printed(0.14), printed(0.01, 0.01, true)], 0.26, 0.31],
  ['many, without the errors of fractions', Array.from({ length: 1000 }, () => printed(0.07)), 60, 80],
] as const)('%s', (_name, costs, min, max) => {
  expect(shareBounds(costs)).toEqual({ min, max })
})

it('holds what was true, however it was rounded', () => {
  const shares = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 50 })
  fc.assert(
    fc.property(shares, (tenThousandths) => {
      const costs = tenThousandths.map((share) =>
        share < 100 ? printed(0.01, 0.01, true) : printed(Math.round(share / 100) / 100),
      )
      const sum = tenThousandths.reduce((total, share) => total + share, 0) / 10_000
      const { min, max } = shareBounds(costs)
      expect(min).toBeLessThanOrEqual(sum)
      expect(max).toBeGreaterThanOrEqual(sum)
    }),
  )
})
