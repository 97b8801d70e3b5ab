import { anything, text } from '../leaf.ts'
import { countSchema, limitSchema } from '../usages/meter.schema.ts'
import { z } from '../zod.ts'

/** The quota of BillingService/GetUsages, one item a product (KIMI.md 2.2). */
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
  // Reported stuck (KIMI.md 1.C): known, and never a meter.
  totalQuota: anything,
})
