import { describe, expect, it } from 'vitest'
import { scrubBody } from '../../../shared/parse/scrub/scrub.ts'
import { parseJsonValue, readFixture, sayMeter, snapshotFrom } from '../given-json.ts'
import { at } from '../../time/given.ts'

const PAID = 'console/get-subscription-paid.json'

it('reads the fixture: plan, cap and start', () => {
  expect(snapshotFrom(JSON.parse(readFixture('console/get-subscription.json')))).toMatchObject({
    plan: 'Allegretto',
    cap: 20,
    subscribedAt: at('2026-07-19T07:20:02Z'),
    meters: [],
  })
})

it("reads the month's pool, and nothing of what is paid", () => {
  const evidence = parseJsonValue(JSON.parse(readFixture(PAID)))
  expect(evidence.snapshots[0]?.meters.map(sayMeter)).toEqual(['month/total ratio 21.08 %'])
  expect(JSON.stringify(evidence)).not.toMatch(/ALIPAY|190800|00000000-0000/)
  expect(scrubBody(readFixture(PAID), 'GetSubscription').body).not.toMatch(/ALIPAY|190800|00000000-0000/)
})

describe('the cap', () => {
  it.each<[unknown, number | null]>([
    [20, 20],
    ['30', 30],
    [0, null],
    [-1, null],
    [2.5, null],
    ['many', null],
    [undefined, null],
  ])('of parallelism %s is %s', (parallelism, cap) => {
    const subscription = { goods: { title: 'Allegretto' } }
    const capabilities = [
      { feature: 'FEATURE_WORK', constraint: { parallelism: 99 } },
      { feature: 'FEATURE_CODING', constraint: { parallelism } },
    ]
    expect(snapshotFrom({ subscription, capabilities }).cap).toBe(cap)
  })
})

it('readings of two subscriptions are two, though both say little', () => {
  const reading = (subscriptionTime: string) => snapshotFrom({ subscription: { subscriptionTime } }).id
  expect(reading('2026-07-19T07:20:02Z')).not.toBe(reading('2026-07-20T07:20:02Z'))
})

it('an account without a subscription says nothing, and is not refused', () => {
  expect(parseJsonValue({ subscribed: false, balances: [] })).toMatchObject({ snapshots: [], rejects: [] })
})

it('gift balances are no quota', () => {
  const balances = [{ type: 'GIFT', amountUsedRatio: 0.1 }]
  expect(snapshotFrom({ subscription: { goods: { title: 'Moderato' } }, balances }).meters).toEqual([])
})
