import { z } from '../../parse/zod.ts'
import { recordId } from '../../evidence/kinds/usage-record.ts'
import { idOf, maybeText, originsSchema, whenSchema } from './when-schema.ts'

export const outcomeSchema = z.enum(['success', 'failure', 'unknown'])

export const recordSchema = z
  .strictObject({
    id: idOf('record'),
    requestId: maybeText,
    when: whenSchema,
    source: z.strictObject({
      kind: z.enum(['login_device', 'api_key', 'unknown']),
      name: maybeText,
      inferred: z.boolean(),
    }),
    userAgent: maybeText,
    callType: maybeText,
    model: maybeText,
    status: z.int().nullable(),
    outcome: outcomeSchema,
    statusText: maybeText,
    absorbed: idOf('record').optional(),
    origins: originsSchema,
  })
  // Rows with one id are merged: a bundle must not pass one request off as another.
  .refine((row) => row.requestId === null || row.id === recordId(row, 0), {
    message: 'the id does not belong to the request id',
  })
