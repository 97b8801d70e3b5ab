import { anything, quantity, unread } from '../json/leaf.ts'
import { ratioSchema } from '../usages/meter.schema.ts'
import { walletSchema } from '../usages/wallet.schema.ts'
import { z } from '../zod.ts'

/** A month's balance; its ratios count against the pool that Kimi and Kimi Code share (docs/kimi.md#console-meters). */
export const balanceSchema = z.looseObject({
  id: unread,
  feature: anything,
  type: anything,
  unit: anything,
  domain: anything,
  amountUsedRatio: quantity,
  kimiCodeUsedRatio: quantity,
  expireTime: anything,
})
export type BalanceBody = z.output<typeof balanceSchema>

/** What the console's two meters are drawn from (docs/kimi.md#console-meters). */
export const subscriptionStatsSchema = z.looseObject({
  ratelimitCode5h: ratioSchema.nullish(),
  ratelimitCode7d: ratioSchema.nullish(),
  // Meters of Kimi itself, not of Kimi Code.
  ratelimit5h: unread,
  ratelimit7d: unread,
  subscriptionBalance: balanceSchema.nullish(),
  giftBalances: unread,
  overdrawn: unread,
  notice: unread,
  boosterWallets: z.array(walletSchema.nullish()).nullish(),
})
