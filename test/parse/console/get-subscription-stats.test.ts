import { describe, expect, it } from 'vitest'
import { parseJsonValue, readFixture, sayMeter, snapshotFrom } from '../given-json.ts'

const RESET = '2026-07-02T11:56:36.876796734Z'
const window5h = (ratelimitCode5h: unknown) => ({
  ratelimitCode5h,
  ratelimitCode7d: { ratio: 0.5, enabled: true },
})

it('reads the fixture with its decimals', () => {
  const { meters } = snapshotFrom(JSON.parse(readFixture('console/get-subscription-stats.json')))
  expect(meters.map(sayMeter)).toEqual([
    '5h ratio 46.89 %',
    '7d ratio 9.46 %',
    'month/total ratio 21.08 %',
    'month/code ratio 21.08 %',
  ])
})

it('reads the fixture with a wallet; a ratio that is left out is zero, but not explicitly', () => {
  const { meters, wallet } = snapshotFrom(
    JSON.parse(readFixture('console/get-subscription-stats-with-wallet.json')),
  )
  expect(meters.map(sayMeter)).toEqual([
    '5h ratio 0 % not explicit',
    '7d ratio 10.42 %',
    'month/total ratio 31 %',
    'month/code ratio 21.08 %',
  ])
  expect(wallet).toMatchObject({ active: true, leftCents: 2_500 })
})

describe('the window of 5 hours', () => {
  it.each<[string, unknown, string[]]>([
    ['switched off', { ratio: 0.4, enabled: false, resetTime: RESET }, []],
    ['empty', {}, []],
    ['null', null, []],
    ['without enabled', { ratio: 0.4, resetTime: RESET }, ['5h ratio 40 %']],
    ['only switched on', { enabled: true }, ['5h ratio 0 % not explicit']],
    ['with a reset only', { resetTime: RESET }, ['5h ratio 0 % not explicit']],
    ['over 1', { ratio: 1.01, enabled: true }, ['5h ratio 101 %']],
    ['as the other service names it', { usedRatio: 0.4, enabled: true }, ['5h ratio 40 %']],
  ])('%s', (_, value, meters) => {
    expect(snapshotFrom(window5h(value)).meters.map(sayMeter)).toEqual([...meters, '7d ratio 50 %'])
  })

  it('of the wrong kind is refused, the week is read', () => {
    const { snapshots, rejects } = parseJsonValue(window5h([1]))
    expect(snapshots[0]?.meters.map(sayMeter)).toEqual(['7d ratio 50 %'])
    expect(rejects.map(({ path }) => path)).toEqual(['$.ratelimitCode5h'])
  })
})

it('meters of Kimi itself are none of ours', () => {
  expect(parseJsonValue({ ratelimit5h: { ratio: 0.9, enabled: true } })).toMatchObject({
    snapshots: [],
    rejects: [],
  })
})

it("a month's pool of code is not zero because an older service does not state it", () => {
  const { meters } = snapshotFrom({ subscriptionBalance: { amountUsedRatio: 0.2, expireTime: RESET } })
  expect(meters.map(sayMeter)).toEqual(['month/total ratio 20 %'])
})
