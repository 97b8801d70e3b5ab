import { text, unread } from '../json/leaf.ts'
import { countSchema, limitSchema } from '../usages/meter.schema.ts'
import { z } from '../zod.ts'

/** The quota of BillingService/GetUsages, one item a product (docs/kimi.md#console-meters). */
export const consoleUsagesSchema = z.looseObject({
  usages: z
    .array(
      z
        .looseObject({
          scope: text,
          detail: countSchema.nullish(),
          limits: z.array(limitSchema.nullish()).nullish(),
        })
        .nullish(),
    )
    .nullish(),
  // Reported stuck (docs/kimi.md#usages): known, and never a meter.
  totalQuota: unread,
})
