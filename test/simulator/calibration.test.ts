import { expect, it } from 'vitest'
import { tryMissing } from './deciding/try-missing.ts'
import { scoreOutlooks } from './outlooks/score-outlooks.ts'

it('finds nine of ten incidents decided by evidence of which a report says so', () => {
  const tried = Array.from({ length: 24 }, (_, index) => tryMissing(90_000_001 + index)).flat()
  const promised = tried.filter(({ decides, came }) => decides && came !== 'none')
  expect(promised.length).toBeGreaterThan(3)
  expect(promised.filter(({ came }) => came === 'open').length / promised.length).toBeLessThanOrEqual(0.1)
  expect(tried.some(({ decides, came }) => !decides && came === 'open')).toBe(true)
})

it('asks an account of four weeks for forecasts between 0 and 100', () => {
  const scores = scoreOutlooks(1)
  expect(scores.length).toBeGreaterThan(0)
  for (const { said, came } of scores) {
    expect(came).toBeGreaterThan(0)
    if (!said) continue
    expect(said.least).toBeLessThanOrEqual(said.likely)
    expect(said.likely).toBeLessThanOrEqual(said.most)
    expect(said.most).toBeLessThanOrEqual(100)
  }
})
