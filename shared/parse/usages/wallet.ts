import type { Wallet } from '../../evidence/kinds/quota-snapshot.ts'
import { ABSENT } from '../json/leaf.ts'
import type { ExtraUsageBody, WalletBody } from './wallet.schema.ts'

/** `amountLeft` is fixed point: this many make a cent (docs/kimi.md#extra-usage). */
const UNITS_PER_CENT = 1_000_000

/**
 * Extra usage as far as it is stated. Null for an empty object. `active` is false only where something shows that no
 * money can flow now: switched off, never filled, nothing left, or the month's own limit reached.
 */
export function readWallet(body: WalletBody): Wallet | null {
  if (Object.keys(body).every((name) => isEmpty(body[name]))) return null
  const leftCents = readLeft(body)
  const monthlyLimitCents = readMonthlyLimit(body)
  const monthlyUsedCents = centsOf(body.monthlyUsed)
  const amounts = { leftCents, monthlyLimitCents, monthlyUsedCents }
  return {
    active: !isSwitchedOff(body.status) && !wasNeverFilled(body) && canFlow(amounts),
    currency:
      body.monthlyChargeLimit?.currency ??
      body.monthlyUsed?.currency ??
      body.moneyLeft?.currency ??
      body.moneyTotal?.currency ??
      null,
    ...amounts,
  }
}

/** Extra usage as the official client's local server tells it. A limit that is switched off, or of 0, is none. */
export function readExtraUsageBody(body: ExtraUsageBody): Wallet | null {
  if (Object.values(body).every(isUnsaid)) return null
  const limit = body.monthlyChargeLimitEnabled === false ? null : body.monthlyChargeLimitCents.value
  const amounts = {
    leftCents: body.balanceCents.value,
    monthlyLimitCents: limit === 0 ? null : limit,
    monthlyUsedCents: body.monthlyUsedCents.value,
  }
  return { active: canFlow(amounts), currency: body.currency, ...amounts }
}

const isUnsaid = (value: unknown): boolean =>
  isEmpty(value) ||
  (typeof value === 'object' && value !== null && 'problem' in value && value.problem === ABSENT)

/** False where the amounts show that no money can flow now: nothing is left, or the month's own limit is reached. */
export function canFlow({
  leftCents,
  monthlyLimitCents,
  monthlyUsedCents,
}: Pick<Wallet, 'leftCents' | 'monthlyLimitCents' | 'monthlyUsedCents'>): boolean {
  const limitReached =
    monthlyLimitCents !== null && monthlyUsedCents !== null && monthlyUsedCents >= monthlyLimitCents
  return !(leftCents !== null && leftCents <= 0) && !limitReached
}

// A quantity that is absent and an absent text both say nothing.
const isEmpty = (value: unknown) => value === null || value === undefined

const isSwitchedOff = (status: string | null) =>
  status !== null && /DISABLED|INACTIVE|CLOSED|FROZEN|EXPIRED/i.test(status)

type Money = WalletBody['moneyLeft']

/** Zero is left out by the encoding, so money without a price is no money (docs/kimi.md#encoding). */
function centsOf(money: Money): number | null {
  if (!money) return null
  return money.priceInCents.problem === ABSENT ? 0 : money.priceInCents.value
}

function readLeft(body: WalletBody): number | null {
  const { balance } = body
  if (body.moneyLeft) return centsOf(body.moneyLeft)
  if (!balance || !isBooster(balance.type) || wasNeverFilled(body)) return null
  const units = balance.amountLeft.problem === ABSENT ? 0 : balance.amountLeft.value
  if (units === null) return null
  if (units > 0) return Math.max(1, Math.round(units / UNITS_PER_CENT))
  return Math.trunc(units / UNITS_PER_CENT) + 0 // never -0
}

const isBooster = (type: string | null) => type === 'BOOSTER' || type === 'BALANCE_BOOSTER'

/** The official client ignores a balance without an amount (docs/kimi.md#extra-usage). */
function wasNeverFilled({ balance, moneyLeft }: WalletBody): boolean {
  if (moneyLeft || !balance) return false
  return balance.amount.problem === ABSENT || balance.amount.value === 0
}

/** A limit of 0 means none (docs/kimi.md#extra-usage). */
function readMonthlyLimit(body: WalletBody): number | null {
  const cents = body.monthlyChargeLimitEnabled === false ? null : centsOf(body.monthlyChargeLimit)
  return cents === 0 ? null : cents
}

/** One wallet out of several: the first that money can flow from, else the first that says anything. */
export function pickWallet(bodies: readonly (WalletBody | null | undefined)[]): Wallet | null {
  const wallets = bodies.flatMap((body) => (body ? (readWallet(body) ?? []) : []))
  return wallets.find((wallet) => wallet.active) ?? wallets[0] ?? null
}
