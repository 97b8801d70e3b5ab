import { anything, flag, quantity, text } from '../json/leaf.ts'
import { z } from '../zod.ts'

const resetFields = {
  resetTime: anything,
  resetAt: anything,
  periodEnd: anything,
  periodStart: anything,
  resetIn: anything,
  ttl: anything,
}

/** A meter that counts: `{limit, used, remaining, resetTime}` under every name of docs/kimi.md#official-parsers. */
export const countSchema = z.looseObject({
  limit: quantity,
  used: quantity,
  remaining: quantity,
  ...resetFields,
  /** The window as an object, or a number of seconds until the reset. */
  window: z.union([z.looseObject({ duration: anything, timeUnit: anything }), anything]).optional(),
  duration: anything,
  timeUnit: anything,
  name: text,
  title: text,
  scope: anything,
  enabled: flag,
})
export type CountBody = z.output<typeof countSchema>

/** An item of `limits`; the numbers stand in `detail`, in old bodies in the item itself. */
export const limitSchema = countSchema.extend({ detail: countSchema.nullish() })
export type LimitBody = z.output<typeof limitSchema>

/** A meter that is a share from 0 to 1 (docs/kimi.md#ratio-pools, #console-meters). */
export const ratioSchema = z.looseObject({
  usedRatio: quantity,
  ratio: quantity,
  ...resetFields,
  enabled: flag,
})
export type RatioBody = z.output<typeof ratioSchema>
