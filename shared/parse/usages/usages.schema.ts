import { anything, quantity, text, unread } from '../json/leaf.ts'
import { z } from '../zod.ts'
import { countSchema, limitSchema, ratioSchema } from './meter.schema.ts'
import { extraUsageSchema, walletSchema } from './wallet.schema.ts'

const pool = ratioSchema.nullish()

/**
 * The body of `GET /coding/v1/usages` in all its ages (docs/kimi.md#usages, #ratio-pools); every part may be missing.
 */
export const usagesSchema = z.looseObject({
  user: z
    .looseObject({
      userId: unread,
      region: unread,
      membership: z.looseObject({ level: text }).nullish(),
      businessId: unread,
    })
    .nullish(),
  usage: countSchema.nullish(),
  limits: z.array(limitSchema.nullish()).nullish(),
  usages: z
    .looseObject({
      limit5h: pool,
      limit7d: pool,
      limitMonthTotal: pool,
      limitMonthCode: pool,
      // as the official client's local server names them
      monthTotal: pool,
      monthCode: pool,
    })
    .nullish(),
  parallel: z.looseObject({ limit: quantity, details: z.array(anything).nullish() }).nullish(),
  // Reported stuck at 99 % left (docs/kimi.md#usages): known, and never a meter.
  totalQuota: unread,
  boosterWallet: walletSchema.nullish(),
  extraUsage: extraUsageSchema.nullish(),
  goodsVersion: anything,
  version: anything,
  overdrawn: anything,
  notice: unread,
  authentication: unread,
  subType: anything,
  domain: anything,
})
export type UsagesBody = z.output<typeof usagesSchema>
