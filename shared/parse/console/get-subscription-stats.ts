import type { Meter } from '../../evidence/kinds/quota-snapshot.ts'
import type { Recognition } from '../../evidence/sentences/recognitions.ts'
import type { Instant } from '../../time/instant.ts'
import { hasAny } from '../json/json-object.ts'
import { ABSENT } from '../json/leaf.ts'
import type { JsonParser } from '../parser.ts'
import { readBody } from '../json/read-body.ts'
import type { RatioBody } from '../usages/meter.schema.ts'
import { ratioMeter, type RatioWindow } from '../usages/ratio-meter.ts'
import { snapshotIn } from '../usages/snapshot.ts'
import { pickWallet } from '../usages/wallet.ts'
import { FIVE_HOURS, WEEK } from '../usages/window.ts'
import { subscriptionStatsSchema } from './get-subscription-stats.schema.ts'
import { monthMeters } from './month-meters.ts'

const NAMES = [
  'ratelimitCode5h',
  'ratelimitCode7d',
  'ratelimit5h',
  'ratelimit7d',
  'subscriptionBalance',
  'giftBalances',
  'boosterWallets',
]

/** Why a value is what the console's meters are drawn from, or null. */
export const recogniseSubscriptionStats = (value: unknown): Recognition | null =>
  hasAny(value, NAMES) ? 'rate limits or balances of a subscription' : null

/** Reads the meters of the console, with their decimals. */
export const parseSubscriptionStats: JsonParser = (piece, context) => {
  const { body, rejects, unknownFields } = readBody(
    subscriptionStatsSchema,
    'GetSubscriptionStats',
    piece,
    context,
  )
  if (body === null) return { rejects, unknownFields }
  const meters = [
    ...rateMeter({ window: '5h', pool: null, minutes: FIVE_HOURS }, body.ratelimitCode5h, context.at),
    ...rateMeter({ window: '7d', pool: null, minutes: WEEK }, body.ratelimitCode7d, context.at),
    ...(body.subscriptionBalance ? monthMeters(body.subscriptionBalance) : []),
  ]
  const content = { meters, wallet: pickWallet(body.boosterWallets ?? []) }
  return { ...snapshotIn('GetSubscriptionStats', content, piece, context), rejects, unknownFields }
}

/**
 * `enabled: false` means that the window does not apply (docs/kimi.md#console-meters): no meter. An empty object says
 * the same.
 */
function rateMeter(window: RatioWindow, body: RatioBody | null | undefined, at: Instant | null): Meter[] {
  if (!body || body.enabled === false) return []
  const meter = ratioMeter(window, 'ratio', body, at)
  const empty = body.enabled === null && body.ratio.problem === ABSENT && body.usedRatio.problem === ABSENT
  return empty && meter.reset === null ? [] : [meter]
}
