import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  backOff,
  LONGEST_BACK_OFF,
  LONGEST_INTERVAL,
  nextInterval,
  SHORTEST_INTERVAL,
} from '../../shared/recorder/pace.ts'
import { MINUTE } from '../../shared/time/duration.ts'

const minutes = (ms: number) => ms / MINUTE

describe('the next interval', () => {
  it.each([
    // minutes now, rows, fresh, minutes since the last read, next
    ['the first page', 5, 100, null, 0, 5],
    ['nothing new', 4, 100, 0, 4, 6],
    ['nothing new for long', 14, 100, 0, 14, 15],
    ['an empty history', 4, 0, 0, 4, 6],
    ['no overlap', 10, 100, 100, 10, 1],
    ['barely an overlap', 10, 100, 95, 10, 5.26],
    ['half a page', 4, 100, 50, 4, 4],
    ['a few rows', 2, 100, 2, 2, 4],
    ['a few rows in a young history', 2, 12, 2, 2, 4],
    ['dense work', 1, 100, 90, 1, 1],
  ])('%s', (_, now, rows, fresh, elapsed, next) => {
    const interval = nextInterval(now * MINUTE, { rows, fresh, elapsed: elapsed * MINUTE })
    expect(minutes(interval)).toBeCloseTo(next, 2)
  })

  const duration = fc.integer({ min: 0, max: 100 * MINUTE })
  const count = fc.integer({ min: 0, max: 200 })

  it('is never shorter than a minute and never longer than the token lasts', () => {
    fc.assert(
      fc.property(duration, count, fc.option(count), duration, (interval, rows, fresh, elapsed) => {
        const next = nextInterval(interval, { rows, fresh, elapsed })
        expect(next).toBeGreaterThanOrEqual(SHORTEST_INTERVAL)
        expect(next).toBeLessThanOrEqual(LONGEST_INTERVAL)
      }),
    )
  })

  it('is never longer for more new rows in the same time', () => {
    fc.assert(
      fc.property(duration, count, count, duration, (interval, one, other, elapsed) => {
        const read = (fresh: number) => nextInterval(interval, { rows: 100, fresh, elapsed })
        const [few, many] = one < other ? [one, other] : [other, one]
        if (few > 0) expect(read(many)).toBeLessThanOrEqual(read(few))
      }),
    )
  })
})

describe('backing off', () => {
  it.each([
    [5, null, 10],
    [0.5, null, 2],
    [1, 401, 2],
    [1, 429, 5],
    [1, 503, 5],
    [10, 429, 20],
    [50, 500, 60],
  ])('from %d min after %s: %d min', (interval, status, next) => {
    expect(minutes(backOff(interval * MINUTE, status))).toBe(next)
  })

  it('only ever gets longer, up to an hour', () => {
    const statuses = fc.array(fc.option(fc.constantFrom(401, 403, 429, 500, 503)), { minLength: 1 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 * MINUTE }), statuses, (start, failed) => {
        let interval = start
        for (const status of failed) {
          const next = backOff(interval, status)
          expect(next).toBeGreaterThanOrEqual(interval)
          expect(next).toBeLessThanOrEqual(LONGEST_BACK_OFF)
          interval = next
        }
      }),
    )
  })
})
