import { isSentence } from '../../evidence/sentences/find-sentence.ts'
import type { Sentence } from '../../evidence/sentences/sentence.ts'
import { z } from '../../parse/zod.ts'
import { idOf, instantSchema, maybeText, text, whenSchema } from './when-schema.ts'

export const captureSchema = z.strictObject({
  id: idOf('capture'),
  at: instantSchema.nullable(),
  via: z.enum(['page', 'table', 'paste', 'file', 'api']),
  input: text,
  source: z.enum([
    'ListUnifiedRequests',
    'GetSubscriptionStats',
    'GetUsages',
    'GetSubscription',
    'ListDevices',
    'ListAPIKeys',
    'ListBalanceActions',
    'connect_error',
    'usages',
    'history_text',
    'quota_panel',
    'quota_cards',
    'told_meters',
    'membership_text',
    'device_text',
    'key_text',
    'error_text',
    'kimi_log',
    'kimi_code_log',
    'wire_log',
    'bundle',
    'unrecognised',
  ]),
  rows: z.int().min(0),
  newest: whenSchema.nullable(),
  oldest: whenSchema.nullable(),
  recordIds: z.array(idOf('record')),
  goesOn: z.literal(true).optional(),
})

const sentenceSchema: z.ZodType<Sentence> = z.strictObject({
  code: text,
  values: z.record(
    text,
    z.lazy(() => z.union([text, z.number(), sentenceSchema])),
  ),
})

export const rejectSchema = z.strictObject({
  id: idOf('reject'),
  input: text,
  capture: idOf('capture'),
  line: z.int().nullable(),
  path: maybeText,
  reason: sentenceSchema.refine(isSentence, { message: 'Invalid input' }),
  excerpt: text,
})

/** Up to version 4 it kept its reason in English. */
export const rejectSchema4 = rejectSchema.extend({ reason: text })

export const unknownFieldSchema = z.strictObject({ source: text, path: text, count: z.int().min(0) })
