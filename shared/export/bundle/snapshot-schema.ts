import { z } from '../../parse/zod.ts'
import {
  countdownSchema,
  idOf,
  instantSchema,
  lengthSchema,
  maybeNumber,
  maybeText,
  originsSchema,
  text,
  wallSchema,
  whenSchema,
  zoneSchema,
} from './when-schema.ts'

const resetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('at'), at: instantSchema }),
  z
    .strictObject({ kind: z.literal('in'), min: countdownSchema, max: countdownSchema })
    .refine(({ min, max }) => min <= max, { message: 'countdown runs backwards' }),
  z.strictObject({
    kind: z.literal('local'),
    text,
    wall: wallSchema.nullable(),
    length: lengthSchema,
    zone: zoneSchema.nullable(),
  }),
])

const meterSchema = z.strictObject({
  window: z.enum(['5h', '7d', 'month', 'other']),
  pool: z.enum(['code', 'total']).nullable(),
  minutes: maybeNumber,
  encoding: z.enum(['count', 'ratio', 'percent']),
  usedPercent: maybeNumber,
  resolution: z.number(),
  explicit: z.boolean(),
  reset: resetSchema.nullable(),
  missing: z.array(text),
  limit: maybeNumber,
  used: maybeNumber,
  remaining: maybeNumber,
})

const walletSchema = z.strictObject({
  active: z.boolean(),
  currency: maybeText,
  leftCents: maybeNumber,
  monthlyLimitCents: maybeNumber,
  monthlyUsedCents: maybeNumber,
})

export const snapshotSchema = z.strictObject({
  id: idOf('snapshot'),
  when: whenSchema,
  source: z.enum([
    'usages',
    'GetUsages',
    'GetSubscriptionStats',
    'GetSubscription',
    'quota_panel',
    'quota_cards',
    'told_meters',
  ]),
  meters: z.array(meterSchema),
  cap: maybeNumber,
  inFlight: maybeNumber,
  plan: maybeText,
  subscribedAt: instantSchema.nullable(),
  wallet: walletSchema.nullable(),
  example: z.literal(true).optional(),
  origins: originsSchema,
})

/** Up to version 4 a reading kept in words how its numbers disagree; that is found in them (meter-conflicts.ts). */
export const snapshotSchema4 = snapshotSchema.extend({ conflicts: z.array(text) })
