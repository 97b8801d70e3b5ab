import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { findBursts, mostWithin, peaksOf } from '../../../shared/analyse/logs/bursts.ts'
import { callDurations, inFlightBand, inFlightCounts } from '../../../shared/analyse/logs/in-flight.ts'
import { rowIndexOf } from '../../../shared/analyse/views/lanes/row-index.ts'
import type { PlacedRecord } from '../../../shared/analyse/clocks/placed-records.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { UsageRecord } from '../../../shared/evidence/kinds/usage-record.ts'
import { later, writeInstant } from '../../../shared/time/instant.ts'
import { at } from '../../time/given.ts'
import { row } from '../build.ts'

const noon = at('2026-06-02T12:00:00Z')

/** Rows at these seconds after noon; a `!` marks a refused one: `0 0 1 3!`. */
const placed = (text: string): readonly PlacedRecord[] =>
  text.split(' ').map((entry, index) => {
    const second = later(noon, Number.parseFloat(entry) * 1000)
    const failed: Partial<UsageRecord> = entry.endsWith('!') ? { outcome: 'failure', status: 429 } : {}
    return {
      at: second,
      record: row(writeInstant(second), { ...failed, requestId: String(index) }),
    }
  })

describe('findBursts', () => {
  it.each([
    ['0 0 0 1 1 2 3 3 4', 'subagents', 9], // five at once, then one per 700 ms
    ['0 10! 10! 11!', 'retries', 4], // three tries in two seconds
    ['0! 0! 0! 0! 1! 1! 1! 1!', 'subagents', 8], // eight side by side, each refused once: nobody tried again
    ['0! 3! 6! 9!', 'back_off', 4], // one every three seconds
    ['0 2 4 6 8', null, 5], // dense, of no known shape
  ] as const)('%s looks like %s', (text, likely, starts) => {
    expect(findBursts(placed(text), DEFAULT_RULES)).toMatchObject([{ likely, starts }])
  })

  it.each(['0 20 40 60', '0 3 6 9'])('%s is no burst', (text) => {
    expect(findBursts(placed(text), DEFAULT_RULES)).toEqual([])
  })

  it('counts peaks', () => {
    expect(peaksOf(placed('0 0 0 5 9 10 59 60'))).toEqual({ perSecond: 3, perTenSeconds: 5, perMinute: 7 })
  })
})

describe('mostWithin', () => {
  it('is what counting at every row gives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 20 }),
        (seconds, length) => {
          const rows = placed(seconds.toSorted((a, b) => a - b).join(' '))
          const counted = rows.map(
            ({ at: from }) =>
              rows.filter((other) => other.at >= from && other.at < from + length * 1000).length,
          )
          expect(mostWithin(rows, length * 1000)).toBe(Math.max(...counted))
        },
      ),
    )
  })
})

describe('the band of requests in flight', () => {
  const durations = { min: 2_000, max: 10_000, basis: 'assumed' } as const
  const countsOf = (seconds: string) => inFlightCounts(rowIndexOf(placed(seconds)).times, durations)

  it('lies between calls that were all short and calls that were all long', () => {
    const [band] = inFlightBand(countsOf('0 1 5 9 12'), [noon, noon + 60_000])
    expect(band).toMatchObject({ lower: 2, upper: 4 })
  })

  it('reaches past the last row by as long as a call may take', () => {
    const edges = Array.from({ length: 21 }, (_, second) => noon + second * 1000)
    const bands = inFlightBand(countsOf('0'), edges)
    expect(bands.filter(({ upper }) => upper > 0)).toHaveLength(10)
    expect(bands.filter(({ lower }) => lower > 0)).toHaveLength(2)
  })

  it('says that durations are assumed where no log tells them', () => {
    expect(callDurations([], DEFAULT_RULES)).toEqual({ ...DEFAULT_RULES.assumedCall, basis: 'assumed' })
  })
})
