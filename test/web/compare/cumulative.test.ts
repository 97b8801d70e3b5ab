import { describe, expect, it } from 'vitest'
import type { SlotTally, StretchTally } from '../../../shared/analyse/blocks/stretch.ts'
import { readDay } from '../../../shared/time/day.ts'
import { HOUR } from '../../../shared/time/duration.ts'
import { span } from '../../../shared/time/span.ts'
import { cumulativeRows, hoursOf } from '../../../web/pages/compare/charts/cumulative.ts'

const NOTHING = {
  requests: 0,
  failures: 0,
  blockedMs: 0,
  bursts: 0,
  used: { '5h': null, '7d': null, 'month': null },
  observedMs: 0,
} as const

/** Requests hour by hour; `?` is an hour that nobody looked at. */
function dayOfHours(...hours: readonly (number | '?')[]): StretchTally {
  const day = readDay('2026-03-02')
  if (!day) throw new Error('not a day')
  const slots: SlotTally[] = hours.map((requests, slot) => ({
    ...NOTHING,
    slot,
    spans: [],
    passedMs: HOUR,
    requests: requests === '?' ? 0 : requests,
    observedMs: requests === '?' ? 0 : HOUR,
  }))
  return {
    ...NOTHING,
    stretch: { kind: 'day', day },
    day,
    span: span(0, 1),
    passedMs: 1,
    blockedWithin: false,
    observedShare: 1,
    slots,
  }
}

const totalsOf = (...days: StretchTally[]) => cumulativeRows(days).map(({ totals }) => totals)

describe('requests so far', () => {
  it.each([
    ['adds up', [1, 0, 2], [0, 1, 1, 3]],
    [
      'breaks where nobody looked, and goes on from what was counted',
      [3, 2, '?', '?', 1],
      [0, 3, 5, null, 5, 6],
    ],
    ['begins where the looking begins', ['?', '?', 4], [null, null, 0, 4]],
    ['is unknown for a day that nobody looked at', ['?', '?'], [null, null, null]],
  ] as const)('%s', (_name, hours, totals) => {
    expect(totalsOf(dayOfHours(...hours))).toEqual(totals.map((total) => [total]))
  })

  it('puts days of different length side by side', () => {
    expect(totalsOf(dayOfHours(1), dayOfHours(2, 2))).toEqual([
      [0, 0],
      [1, 2],
      [null, 4],
    ])
    expect(hoursOf([dayOfHours(1), dayOfHours(2, 2)])).toBe(2)
  })
})
