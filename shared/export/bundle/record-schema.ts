import { z } from '../../parse/zod.ts'
import { recordId, type UsageRecord } from '../../evidence/kinds/usage-record.ts'
import { plainRowIn, SameTexts } from './plain-row.ts'
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

/** Rows a piece at a time; null where one of them is refused. */
export function readRows(pieces: Iterable<readonly unknown[]>): UsageRecord[] | null {
  const read: UsageRecord[] = []
  const said = new SameTexts()
  for (const piece of pieces)
    for (const each of piece) {
      const row = plainRowIn(each, said) ?? recordSchema.safeParse(each).data
      if (!row) return null
      read.push(row)
    }
  return read
}

/** All rows: those that are plain by hand, which is nearly all of a million, the others by their schema. */
export const recordsSchema = z.array(z.unknown()).transform((rows, context): UsageRecord[] => {
  const read: UsageRecord[] = []
  const said = new SameTexts()
  for (const [index, row] of rows.entries()) {
    const plain = plainRowIn(row, said)
    const parsed = plain ? null : recordSchema.safeParse(row)
    if (plain) read.push(plain)
    else if (parsed?.success) read.push(parsed.data)
    else {
      const [issue] = parsed?.error.issues ?? []
      context.addIssue({
        code: 'custom',
        message: issue?.message ?? 'Invalid input',
        path: [index, ...(issue?.path ?? [])],
      })
      return z.NEVER // a bundle is refused whole
    }
  }
  return read
})
