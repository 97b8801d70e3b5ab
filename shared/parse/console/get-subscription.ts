import type { Recognition } from '../../evidence/sentences/recognitions.ts'
import { fieldOf, hasAny } from '../json/json-object.ts'
import type { JsonParser } from '../parser.ts'
import { readBody } from '../json/read-body.ts'
import { readCap } from '../usages/cap.ts'
import { readServiceTime } from '../service-time.ts'
import { snapshotIn } from '../usages/snapshot.ts'
import { isCoding } from './coding-feature.ts'
import { subscriptionSchema } from './get-subscription.schema.ts'
import { monthMeters } from './month-meters.ts'

/** Why a value is the plan that the console shows, or null. */
export function recogniseSubscription(value: unknown): Recognition | null {
  if (
    hasAny(fieldOf(value, 'subscription'), [
      'subscriptionId',
      'goods',
      'subscriptionTime',
      'currentStartTime',
    ])
  )
    return 'a plan under "subscription"'
  const capabilities = fieldOf(value, 'capabilities')
  if (Array.isArray(capabilities) && capabilities.some((item) => hasAny(item, ['constraint'])))
    return 'constraints under "capabilities"'
  return typeof fieldOf(value, 'subscribed') === 'boolean' &&
    hasAny(value, ['balances', 'purchaseSubscription'])
    ? 'says whether there is a subscription'
    : null
}

/**
 * Reads plan, cap, the start of the subscription and the month's pools; windows are counted from that start
 * (docs/kimi.md#console-meters).
 */
export const parseSubscription: JsonParser = (piece, context) => {
  const { body, rejects, unknownFields } = readBody(subscriptionSchema, 'GetSubscription', piece, context)
  if (body === null) return { rejects, unknownFields }
  const { subscription, balances, capabilities } = body
  const coding = (capabilities ?? []).find((item) => item && isCoding(item.feature))
  const content = {
    meters: (balances ?? []).flatMap((balance) =>
      balance?.type === 'SUBSCRIPTION' ? monthMeters(balance) : [],
    ),
    cap: readCap(coding?.constraint?.parallelism),
    plan: subscription?.goods?.title ?? subscription?.goods?.membershipLevel ?? null,
    subscribedAt: readServiceTime(subscription?.subscriptionTime),
  }
  return { ...snapshotIn('GetSubscription', content, piece, context), rejects, unknownFields }
}
