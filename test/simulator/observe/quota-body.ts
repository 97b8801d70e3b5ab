import { instant, writeInstant } from '../../../shared/time/instant.ts'
import type { World } from '../world/run.ts'
import { isOpen, termsAt, windowSpan, type TrueWindow } from '../world/terms.ts'
import type { Observer } from './observer.ts'

interface Shown {
  readonly kind: TrueWindow['kind']
  /** Share used, 0 to 100, before rounding. */
  readonly used: number
  /** Null where no window is open. */
  readonly reset: number | null
}

/** What the service would answer at a moment to somebody who asks for the quota, in the words of its API. */
export function quotaBody(world: World, observer: Observer, at: number): unknown {
  const { ledger, scenario } = world
  const terms = termsAt(scenario.terms, observer.lagOf === 'body' ? at - observer.lag : at)
  const shown = terms.windows.map((window): Shown => {
    const asked = Math.max(observer.lagOf === 'body' ? at - observer.lag : at, scenario.begin)
    const { from, to } = windowSpan(window, asked)
    const of =
      observer.lagOf === 'body' ? asked : Math.max(at - observer.lag, from, terms.from, scenario.begin)
    return { kind: window.kind, used: ledger.used(window, of), reset: isOpen(window, asked) ? to : null }
  })
  const wallet = observer.walletShown ? walletAt(world, at) : null
  if (observer.style === 'stats')
    return { ...statsOf(shown, observer), ...(wallet ? { boosterWallets: [wallet] } : {}) }
  return {
    user: { membership: { level: terms.plan } },
    ...(observer.style === 'ratio' ? {} : countsOf(shown, observer)),
    ...(observer.style === 'count' ? {} : { usages: poolsOf(shown, observer) }),
    parallel: { limit: String(terms.cap) },
    ...(wallet ? { boosterWallet: wallet } : {}),
  }
}

const isoOf = (at: number): string => writeInstant(instant(at))
const find = (shown: readonly Shown[], kind: TrueWindow['kind']) => shown.find((each) => each.kind === kind)

/** Percent as counts out of 100; what is zero is left out (docs/kimi.md#encoding, #usages). */
function countsOf(shown: readonly Shown[], { rounding }: Observer): object {
  const round = { nearest: Math.round, down: Math.floor, up: Math.ceil }[rounding]
  const detail = ({ used, reset }: Shown) => {
    const count = round(used)
    return {
      limit: '100',
      ...(count > 0 ? { used: String(count) } : {}),
      ...(count < 100 ? { remaining: String(100 - count) } : {}),
      ...(reset === null ? {} : { resetTime: isoOf(reset) }),
    }
  }
  const five = find(shown, '5h')
  const week = find(shown, '7d')
  return {
    ...(week ? { usage: detail(week) } : {}),
    limits: five ? [{ window: { duration: 300, timeUnit: 'TIME_UNIT_MINUTE' }, detail: detail(five) }] : [],
  }
}

/**
 * Ratio pools; in the fault of September 2026 all of them are 0 (docs/kimi.md#placeholder-ratios), and no month is
 * given.
 */
function poolsOf(shown: readonly Shown[], { style, codePool, codeShare }: Observer): object {
  const pool = (each: Shown | undefined, part = 1) =>
    each && {
      used_ratio: style === 'placeholder' ? 0 : fourDigits(each.used * part),
      ...(each.reset === null ? {} : { reset_time: isoOf(Math.floor(each.reset / 1000) * 1000) }),
    }
  const month = find(shown, 'month')
  return {
    limit_5h: pool(find(shown, '5h')),
    limit_7d: pool(find(shown, '7d')),
    ...(style === 'placeholder' ? {} : { limit_month_total: pool(month) }),
    ...(codePool && style !== 'placeholder' ? { limit_month_code: pool(month, codeShare) } : {}),
  }
}

const fourDigits = (percent: number): number => Math.round(percent * 100) / 10_000

function statsOf(shown: readonly Shown[], { codeShare }: Observer): object {
  const rate = (each: Shown | undefined) =>
    each && {
      ...(each.used > 0 ? { ratio: fourDigits(each.used) } : {}),
      enabled: true,
      ...(each.reset === null ? {} : { resetTime: isoOf(each.reset) }),
    }
  const month = find(shown, 'month')
  return {
    ratelimitCode5h: rate(find(shown, '5h')),
    ratelimitCode7d: rate(find(shown, '7d')),
    subscriptionBalance: month && {
      feature: 'FEATURE_OMNI',
      type: 'SUBSCRIPTION',
      unit: 'UNIT_CREDIT',
      amountUsedRatio: fourDigits(month.used),
      kimiCodeUsedRatio: fourDigits(month.used * codeShare),
      ...(month.reset === null ? {} : { expireTime: isoOf(month.reset) }),
    },
  }
}

/** Extra usage as the body shows it; absent while there is none (docs/kimi.md#extra-usage). */
function walletAt({ scenario }: World, at: number): object | null {
  const { from, to } = scenario.wallet
  if (from === to || at < from) return null
  return {
    balance: {
      type: 'BOOSTER',
      amount: '20000000000',
      ...(at < to ? { amountLeft: '10000000000' } : {}),
      unit: 'UNIT_CURRENCY',
    },
    moneyLeft: { currency: 'USD', priceInCents: at < to ? '10000' : '0' },
    monthlyChargeLimit: { currency: 'USD', priceInCents: '0' },
    status: 'STATUS_ACTIVE',
  }
}
