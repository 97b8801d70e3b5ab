import { instant, writeInstant } from '../../../shared/time/instant.ts'
import type { TextName } from '../texts.ts'
import type { Quota, ServiceScript } from './service-script.ts'

/** Why a request is not answered, besides being refused with a text. */
export type Fault = 'reset' | 'hang'

/** What the user of a scenario sets: the next requests fail so, until told otherwise. */
export interface Order {
  readonly with: TextName | Fault
  /** So many of them. */
  readonly count?: number
  /** Until this moment. */
  readonly until?: number
}

interface Window {
  readonly quota: Quota
  used: number
  resetAt: number
}

/** Refuses as the service would: what was ordered first, then a quota that is used up, then too many at once. */
export class Limiter {
  inFlight = 0
  private order: { with: TextName | Fault; left: number; until: number } | null = null
  private readonly windows: readonly Window[]

  constructor(
    private readonly scenario: ServiceScript,
    born: number,
  ) {
    this.windows = (scenario.quotas ?? []).map((quota) => ({
      quota,
      used: quota.used,
      resetAt: born + quota.resetIn * 1000,
    }))
  }

  set(order: Order | null): void {
    const { count = Number.POSITIVE_INFINITY, until = Number.POSITIVE_INFINITY } = order ?? {}
    this.order = order && { with: order.with, left: count, until }
  }

  /** Lets a quota be reset at a moment of the scenario's own, however slow the machine was until then. */
  resetAt(id: Quota['id'], at: number): void {
    for (const window of this.windows) if (window.quota.id === id) window.resetAt = at
  }

  refusal(now: number): TextName | Fault | null {
    const { order } = this
    if (order && now < order.until && order.left > 0) {
      order.left -= 1
      return order.with
    }
    const full = this.at(now).find(({ quota, used }) => quota.text !== undefined && used >= quota.limit)
    if (full?.quota.text !== undefined) return full.quota.text
    const { cap, capText = 'concurrency403' } = this.scenario
    return cap !== undefined && this.inFlight >= cap ? capText : null
  }

  /** A request was answered, and has cost one unit of each quota. */
  spend(now: number): void {
    for (const window of this.at(now)) window.used += 1
  }

  /** The body of GET /usages. */
  usages(now: number): object {
    const of = (id: Quota['id']) => this.at(now).find(({ quota }) => quota.id === id)
    const [five, week, total, code] = [of('5h'), of('7d'), of('month_total'), of('month_code')]
    const { cap, usages = 'both' } = this.scenario
    const pools = { limit_5h: five, limit_7d: week, limit_month_total: total, limit_month_code: code }
    return {
      user: { userId: 'rig-user-0001', region: 'REGION_CN', membership: { level: 'LEVEL_INTERMEDIATE' } },
      ...(week && { usage: countOf(week) }),
      ...(five && {
        limits: [{ window: { duration: 300, timeUnit: 'TIME_UNIT_MINUTE' }, detail: countOf(five) }],
      }),
      ...(usages === 'both' && {
        goods_version: 2,
        usages: Object.fromEntries(
          Object.entries(pools).flatMap(([name, window]) => (window ? [[name, poolOf(window)]] : [])),
        ),
      }),
      parallel: { limit: String(cap ?? 20) },
      authentication: { method: 'METHOD_ACCESS_TOKEN', scope: 'FEATURE_CODING' },
      subType: 'TYPE_PURCHASE',
    }
  }

  private at(now: number): readonly Window[] {
    for (const window of this.windows)
      while (now >= window.resetAt) {
        window.used = 0
        window.resetAt += window.quota.length * 1000
      }
    return this.windows
  }
}

const shareOf = ({ quota, used }: Window) => Math.min(1, used / quota.limit)

/** Proto-JSON leaves out what is zero. */
function countOf(window: Window): object {
  const used = Math.round(shareOf(window) * 100)
  return {
    limit: '100',
    ...(used > 0 && { used: String(used) }),
    ...(used < 100 && { remaining: String(100 - used) }),
    resetTime: isoOf(window.resetAt),
  }
}

const poolOf = (window: Window) => ({
  used_ratio: Math.round(shareOf(window) * 10_000) / 10_000,
  reset_time: isoOf(Math.floor(window.resetAt / 1000) * 1000).replace('.000Z', 'Z'),
})

/** An instant as the service prints it. */
export const isoOf = (at: number): string => writeInstant(instant(at))
