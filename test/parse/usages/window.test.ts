import { describe, expect, it } from 'vitest'
import { readWindow } from '../../../shared/parse/usages/window.ts'

const say = (places: readonly unknown[], label: string | null = null) => {
  const { window, minutes, missing } = readWindow(places, label)
  return [window, minutes, ...missing]
}

describe('a window of known length', () => {
  it.each<[unknown, unknown, string, number | null]>([
    [300, 'TIME_UNIT_MINUTE', '5h', 300],
    ['300', 'minute', '5h', 300],
    [5, 'TIME_UNIT_HOUR', '5h', 300],
    [5, 'hours', '5h', 300],
    [18_000, 'TIME_UNIT_SECOND', '5h', 300],
    [7, 'TIME_UNIT_DAY', '7d', 10_080],
    [1, 'week', '7d', 10_080],
    [168, 'HOUR', '7d', 10_080],
    [1, 'TIME_UNIT_MONTH', 'month', null],
    [30, 'TIME_UNIT_DAY', 'other', 43_200],
    [60, 'TIME_UNIT_MINUTE', 'other', 60],
  ])('%s %s', (duration, timeUnit, window, minutes) => {
    expect(say([{ duration, timeUnit }])).toEqual([window, minutes])
  })
})

describe('no length is invented', () => {
  it.each<[unknown, string]>([
    [
      { duration: 300, timeUnit: 'TIME_UNIT_UNKNOWN' },
      'timeUnit: "TIME_UNIT_UNKNOWN" is no unit of time that we know',
    ],
    [{ duration: 300 }, 'timeUnit: absent'],
    [{ duration: 300, timeUnit: 2 }, 'timeUnit: 2 is no unit of time that we know'],
    [{ duration: 0, timeUnit: 'TIME_UNIT_MINUTE' }, 'duration: 0 is no length'],
    [{ duration: -1, timeUnit: 'TIME_UNIT_MINUTE' }, 'duration: -1 is no length'],
    [{ timeUnit: 'TIME_UNIT_MINUTE' }, 'duration: absent'],
    [
      { duration: 2_147_483_647, timeUnit: 'TIME_UNIT_MINUTE' },
      'duration: 2147483647 MINUTE is longer than a year',
    ],
    [
      { duration: '9223372036854775807', timeUnit: 'MINUTE' },
      'duration: "9223372036854775807" is too large to be exact',
    ],
    [{ duration: 'five', timeUnit: 'HOUR' }, 'duration: "five" is not a number'],
    [{ duration: 12, timeUnit: 'MONTH' }, 'timeUnit: "MONTH" is no unit of time that we know'],
    [{}, 'window: absent'],
    [null, 'window: absent'],
    [3_600, 'window: absent'],
  ])('%j', (place, reason) => {
    expect(say([place])).toEqual(['other', null, reason])
  })

  it('a name is quoted, not believed', () => {
    expect(say([{}], '5h limit')).toEqual(['other', null, 'window: absent, only named "5h limit"'])
  })
})

it('takes the first place that says anything', () => {
  const hours = { duration: 5, timeUnit: 'HOUR' }
  expect(say([undefined, 900, {}, hours, { duration: 7, timeUnit: 'DAY' }])).toEqual(['5h', 300])
})
