import { describe, expect, it } from 'vitest'
import { pickWallet, readWallet } from '../../../shared/parse/usages/wallet.ts'
import { walletSchema } from '../../../shared/parse/usages/wallet.schema.ts'

const wallet = (value: object) => readWallet(walletSchema.parse(value))
const booster = (amount?: unknown, amountLeft?: unknown) => ({
  balance: { type: 'BOOSTER', amount, amountLeft },
})
const cents = (priceInCents?: unknown) => ({ currency: 'CNY', priceInCents })

describe('what is left, in cents', () => {
  it.each<[string, object, number | null]>([
    ['fixed point', booster('20000000000', '10000000000'), 10_000],
    ['rounded', booster('20000000000', '1499999'), 1],
    ['a rest below a cent is a cent', booster('20000000000', '1'), 1],
    ['left out because it is zero', booster('20000000000'), 0],
    ['never filled', booster(), null],
    ['another kind of balance', { balance: { type: 'GIFT', amount: 5e9, amountLeft: 5e9 } }, null],
    ['owed', booster('20000000000', '-5000000'), -5],
    ['less than a cent owed', booster('20000000000', '-1'), 0],
    ['no number', booster('20000000000', 'much'), null],
    ['money', { moneyLeft: cents('2500') }, 2_500],
    ['money without a price', { moneyLeft: cents() }, 0],
  ])('%s', (_, body, left) => {
    expect(wallet({ status: 'STATUS_ACTIVE', ...body })?.leftCents).toBe(left)
  })
})

describe('money can flow', () => {
  it.each<[string, object, boolean]>([
    ['active and filled', { status: 'STATUS_ACTIVE', moneyLeft: cents(1) }, true],
    ['no status, filled', booster('20000000000', '10000000000'), true],
    ['active, content unknown', { status: 'STATUS_ACTIVE' }, true],
    ['a status of a new kind', { status: 'STATUS_TRIAL', moneyLeft: cents(1) }, true],
    ['switched off', { status: 'STATUS_DISABLED', moneyLeft: cents(1) }, false],
    ['inactive', { status: 'STATUS_INACTIVE', moneyLeft: cents(1) }, false],
    ['empty', { status: 'STATUS_ACTIVE', moneyLeft: cents('0') }, false],
    ['overdrawn', { status: 'STATUS_ACTIVE', moneyLeft: cents('-5') }, false],
    ['never filled', { status: 'STATUS_ACTIVE', ...booster() }, false],
    [
      "the month's limit is reached",
      { moneyLeft: cents(1), monthlyChargeLimit: cents(100), monthlyUsed: cents(100) },
      false,
    ],
    [
      "the month's limit is near",
      { moneyLeft: cents(1), monthlyChargeLimit: cents(100), monthlyUsed: cents(99) },
      true,
    ],
    [
      'a limit of 0 is none',
      { moneyLeft: cents(1), monthlyChargeLimit: cents('0'), monthlyUsed: cents(99) },
      true,
    ],
    [
      'the limit is switched off',
      {
        moneyLeft: cents(1),
        monthlyChargeLimitEnabled: false,
        monthlyChargeLimit: cents(5),
        monthlyUsed: cents(99),
      },
      true,
    ],
  ])('%s', (_, body, active) => {
    expect(wallet(body)?.active).toBe(active)
  })
})

it('an empty object is no wallet', () => {
  expect(wallet({})).toBeNull()
})

it('the currency is not guessed', () => {
  expect(wallet({ monthlyUsed: { priceInCents: 5 } })?.currency).toBeNull()
  expect(wallet({ monthlyUsed: cents(5) })?.currency).toBe('CNY')
})

it('the first wallet that money can flow from stands for several', () => {
  const bodies = [
    { status: 'STATUS_DISABLED', moneyLeft: cents(1) },
    { moneyLeft: cents(2) },
    { moneyLeft: cents(3) },
  ]
  expect(pickWallet(bodies.map((body) => walletSchema.parse(body)))?.leftCents).toBe(2)
  expect(pickWallet([null, undefined])).toBeNull()
})
