import { anything, quantity, text, unread } from '../json/leaf.ts'
import { z } from '../zod.ts'
import { balanceSchema } from './get-subscription-stats.schema.ts'

/**
 * MembershipService/GetSubscription (docs/kimi.md#console-meters). What is paid, and how, is known by name only, and
 * not read.
 */
export const subscriptionSchema = z.looseObject({
  subscription: z
    .looseObject({
      subscriptionId: unread,
      goods: z
        .looseObject({
          id: unread,
          title: text,
          durationDays: unread,
          membershipLevel: text,
          amounts: unread,
          billingCycle: unread,
          type: unread,
        })
        .nullish(),
      subscriptionTime: anything,
      currentStartTime: unread,
      currentEndTime: unread,
      nextBillingTime: unread,
      status: unread,
      paymentChannel: unread,
      active: unread,
    })
    .nullish(),
  balances: z.array(balanceSchema.nullish()).nullish(),
  capabilities: z
    .array(
      z
        .looseObject({
          feature: text,
          constraint: z.looseObject({ parallelism: quantity, rateLimits: unread }).nullish(),
        })
        .nullish(),
    )
    .nullish(),
  subscribed: anything,
  purchaseSubscription: unread,
})
