import { flag, quantity, text, unread } from '../json/leaf.ts'
import { z } from '../zod.ts'

const money = z.looseObject({ currency: text, priceInCents: quantity }).nullish()

/**
 * Extra usage, as `boosterWallet` of the usages body and as an item of `boosterWallets` (docs/kimi.md#extra-usage,
 * #console-meters).
 */
export const walletSchema = z.looseObject({
  id: unread,
  userId: unread,
  status: text,
  balance: z
    .looseObject({
      id: unread,
      userId: unread,
      subscriptionId: unread,
      feature: unread,
      type: text,
      unit: unread,
      amount: quantity,
      amountLeft: quantity,
      periodStart: unread,
      periodEnd: unread,
      createTime: unread,
      updateTime: unread,
    })
    .nullish(),
  moneyLeft: money,
  moneyTotal: money,
  monthlyChargeLimitEnabled: flag,
  monthlyChargeLimit: money,
  monthlyUsed: money,
  allowTopup: unread,
  topupLimit: unread,
  autoRefillCharge: unread,
  autoRefillThreshold: unread,
  createdAt: unread,
  updatedAt: unread,
})
export type WalletBody = z.output<typeof walletSchema>

/** The same as the official client's local server re-exports it, in whole cents. */
export const extraUsageSchema = z.looseObject({
  balanceCents: quantity,
  totalCents: quantity,
  monthlyChargeLimitEnabled: flag,
  monthlyChargeLimitCents: quantity,
  monthlyUsedCents: quantity,
  currency: text,
})
export type ExtraUsageBody = z.output<typeof extraUsageSchema>
