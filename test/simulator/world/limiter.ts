import type { Cause } from '../../../shared/analyse/report.ts'
import { MINUTE } from '../../../shared/time/duration.ts'
import type { Random } from '../random.ts'
import type { Refusal } from './call.ts'
import type { Ledger } from './ledger.ts'
import type { Scenario } from './scenario.ts'
import { isOpen, termsAt, windowSpan } from './terms.ts'
import { EMPTY_WALLET } from './wording.ts'

/** The service's gate. Every refusal carries its true cause. */
export interface Limiter {
  /** Null: admitted, and in flight until `done`. */
  readonly ask: (at: number) => Refusal | null
  /** The admitted call ended: its slot is free, and its use is booked. */
  readonly done: (at: number, size: number) => void
  /** Books use that came through without a call of its own; nothing where it would have been refused. */
  readonly use: (at: number, size: number) => void
}

export function newLimiter(scenario: Scenario, ledger: Ledger, random: Random): Limiter {
  const { terms, troubles, throttle, wallet, wordings } = scenario
  let inFlight = 0
  let starts: number[] = []
  let throttledUntil = 0

  const refuse = (...causes: [Cause, ...Cause[]]): Refusal => ({ causes, wording: wordings[causes[0]] })

  function exhausted(at: number): Cause[] {
    const causes = { '5h': 'quota_5h', '7d': 'quota_7d', 'month': 'quota_month' } as const
    return termsAt(terms, at)
      .windows.filter((window) => ledger.used(window, at) >= 100)
      .toSorted((a, b) => windowSpan(b, at).to - windowSpan(a, at).to)
      .map(({ kind }) => causes[kind])
  }

  function quotaRefusal(at: number): Refusal | null {
    const [first, ...others] = exhausted(at)
    if (!first || (at >= wallet.from && at < wallet.to)) return null
    const refusal = refuse(first, ...others)
    return at >= wallet.to && wallet.saysEmpty ? { ...refusal, wording: EMPTY_WALLET } : refusal
  }

  function throttled(at: number): boolean {
    if (!throttle) return false
    if (at < throttledUntil) return true
    starts = starts.filter((start) => start > at - MINUTE)
    if (starts.length < throttle.perMinute) return false
    throttledUntil = at + random.skewed(throttle.shortest, throttle.longest)
    return true
  }

  function refusalAt(at: number): Refusal | null {
    const trouble = troubles.find(({ from, to }) => at >= from && at < to)
    if (trouble && random.chance(trouble.share)) return refuse(trouble.cause)
    const quota = quotaRefusal(at)
    if (quota) return quota
    if (inFlight >= termsAt(terms, at).cap) return refuse('concurrency')
    return throttled(at) ? refuse('request_rate') : null
  }

  const use = (at: number, size: number) => {
    if (exhausted(at).length === 0) ledger.book(at, size)
  }

  return {
    ask: (at) => {
      for (const window of termsAt(terms, at).windows) if (!isOpen(window, at)) window.opened?.push(at)
      const refusal = refusalAt(at)
      if (refusal) return refusal
      inFlight += 1
      starts.push(at)
      return null
    },
    done: (at, size) => {
      inFlight -= 1
      use(at, size)
    },
    use,
  }
}
