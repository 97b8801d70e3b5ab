import { describe, expect, it } from 'vitest'
import { meterConflicts } from '../../../shared/analyse/views/meter-conflicts.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { wordingFor } from '../../../shared/wording/wording.ts'
import { snapshotFrom } from '../../parse/given-json.ts'

const RESET = '2026-09-16T12:10:11Z'
const body = (used: number, ratio: number, ratioReset = RESET) => ({
  limits: [
    {
      window: { duration: 300, timeUnit: 'MINUTE' },
      detail: { limit: 100, used, resetTime: '2026-09-16T12:10:11.9Z' },
    },
  ],
  usages: { limit_5h: { used_ratio: ratio, reset_time: ratioReset } },
})

const [en, zh] = [wordingFor('en'), wordingFor('zh')]
const said = (usages: object) =>
  meterConflicts(snapshotFrom(usages).meters).map((each) => en.conflict(each, UTC))

const held = (meter: string) =>
  `${meter}: the ratio of 0 may only hold the place of a number: it resets with the count, cut to the second`

describe('two encodings of one window', () => {
  it.each<[number, number, string[]]>([
    [41, 0.41, []],
    [41, 0.42, []],
    [41, 0.4201, []],
    [41, 0.4202, ['5-hour: 41 % as counts, but 42.02 % as a ratio']],
    [100, 0, ['5-hour: 100 % as counts, but 0 % as a ratio', held('5-hour')]],
    [0, 0, []],
  ])('%s of 100 and %s', (used, ratio, conflicts) => {
    expect(said(body(used, ratio))).toEqual(conflicts)
  })

  it.each([
    ['2026-09-16T12:10:13.9Z', 0],
    ['2026-09-16T12:10:13.901Z', 1],
    ['2026-09-16T12:10:09.9Z', 0],
    ['2026-09-16T17:10:11Z', 1],
  ])('resets at 12:10:11.9 and %s', (reset, conflicts) => {
    expect(said(body(41, 0.41, reset))).toHaveLength(conflicts)
  })
})

describe('a ratio of 0 that holds the place of a number', () => {
  it.each<[string, string, boolean]>([
    ['with the count, cut to the second', '2026-09-16T12:10:11Z', true],
    ['a second before it, as a true one', '2026-09-16T12:10:10Z', false],
    ['at the very moment of the count', '2026-09-16T12:10:11.9Z', false],
    ['a second after it', '2026-09-16T12:10:12Z', false],
  ])('that resets %s', (_, reset, isPlaceholder) => {
    expect(said(body(41, 0, reset)).includes(held('5-hour'))).toBe(isPlaceholder)
  })

  it.each<[number, number]>([
    [0, 0], // nothing was used
    [41, 0.41], // a true number, whatever its reset
  ])('%s of 100 and a ratio of %s is none', (used, ratio) => {
    expect(said(body(used, ratio))).toEqual([])
  })

  it('makes the share of Kimi Code in the month doubtful, too, and changes no number', () => {
    const month = (used: number) => ({ used_ratio: used, reset_time: '2026-10-01T00:00:00Z' })
    const { limits, usages } = body(41, 0)
    const reading = snapshotFrom({
      limits,
      usages: { ...usages, limit_month_total: month(0.0338), limit_month_code: month(0) },
    })
    expect(meterConflicts(reading.meters).map((each) => en.conflict(each, UTC))).toContain(
      'monthly (Kimi Code): the ratio of 0 may only hold the place of a number, as another of this reading does',
    )
    expect(reading.meters.map(({ usedPercent }) => usedPercent)).toEqual([41, 0, 3.38, 0])
  })
})

it('is said in Chinese', () => {
  const { meters } = snapshotFrom(body(41, 0.6, '2026-09-16T17:10:11Z'))
  expect(meterConflicts(meters).map((each) => zh.conflict(each, UTC))).toEqual([
    '5 小时：以次数表示为 41%，以比例表示为 60%',
    expect.stringMatching(/^5 小时：以次数表示的读数于 .* 重置，以比例表示的读数于 .* 重置$/),
  ])
})

describe('used and remaining of one meter', () => {
  it.each<[object, string[]]>([
    [{ limit: 100, used: 33, remaining: 67 }, []],
    [{ limit: 100, used: 125, remaining: 0 }, []],
    [{ limit: 100, used: 100 }, []],
    [{ limit: 100, remaining: 7 }, []],
    [{ limit: 100, used: 33, remaining: 70 }, ['weekly: used 33 and remaining 70 do not make the limit 100']],
    [
      { limit: 100, used: -1, remaining: 100 },
      ['weekly: used -1 and remaining 100 do not make the limit 100'],
    ],
  ])('%j', (usage, conflicts) => {
    expect(said({ usage })).toEqual(conflicts)
  })
})

it('windows of unknown length are not held against each other', () => {
  const limits = [{ detail: { limit: 100, used: 1 } }, { detail: { limit: 100, used: 50 } }]
  expect(said({ limits })).toEqual([])
})

it('pools of the month are not held against each other', () => {
  const usages = { limit_month_total: { used_ratio: 0.5 }, limit_month_code: { used_ratio: 0.1 } }
  expect(said({ usages })).toEqual([])
})
