import { expect, it } from 'vitest'
import { parseJsonValue, readFixture, sayMeter, snapshotFrom } from '../given-json.ts'

it('the local server of the official client, with pools under names of its own, and money', () => {
  const local = JSON.parse(readFixture('usages/kimi-code-local-2026-10.json')) as unknown
  expect(snapshotFrom(local).meters.map(sayMeter)).toEqual(['5h ratio 50 %', 'month/total ratio 100 %'])
  expect(snapshotFrom(local).wallet).toEqual({
    active: true,
    currency: 'CNY',
    leftCents: 1234,
    monthlyLimitCents: 2000,
    monthlyUsedCents: 300,
  })
  expect(parseJsonValue(local).unknownFields).toEqual([])
})

it.each([
  [
    { monthlyChargeLimitEnabled: false, monthlyChargeLimitCents: 2000 },
    { active: true, monthlyLimitCents: null },
  ],
  [{ monthlyChargeLimitCents: 0 }, { active: true, monthlyLimitCents: null }],
  [{ monthlyUsedCents: 2000 }, { active: false, monthlyUsedCents: 2000 }],
  [{ balanceCents: 0 }, { active: false, leftCents: 0 }],
  [{ balanceCents: undefined }, { active: true, leftCents: null }],
])('extra usage of the local server with %j', (change, said) => {
  const extraUsage = { balanceCents: 1234, monthlyChargeLimitCents: 2000, monthlyUsedCents: 300, ...change }
  const body = { code: 0, data: { kind: 'ok', quota: { usages: {}, extraUsage } } }
  expect(snapshotFrom(body)).toMatchObject({ meters: [], wallet: said })
})
