import { z } from '../../shared/parse/zod.ts'
import { instant } from '../../shared/time/instant.ts'
import { LONGEST_ANSWER } from '../content/handover.ts'
import { READ_METHODS } from '../content/read-methods.ts'
import { readZone, UNKNOWN_ZONE, type KnownZone } from '../../shared/time/zone.ts'
import { consolePlaceSchema } from './console-place.ts'
import { lookSchema, VIEWPORTS } from './look.ts'
import { TABLE_SOURCES } from './table-source.ts'

/** A zone of ours; one that this browser does not know is none. */
const zone = z
  .string()
  .max(64)
  .transform((name, context): KnownZone => {
    const read = readZone(name)
    if (read !== null && read !== UNKNOWN_ZONE) return read
    context.addIssue('no zone')
    return z.NEVER
  })

const schema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('capture'),
    id: z.uuid(),
    at: z.number().transform(instant),
    page: z.uuid().optional(),
    method: z.enum(Object.values(READ_METHODS)),
    body: z.string().max(LONGEST_ANSWER),
  }),
  z.strictObject({
    kind: z.literal('table'),
    id: z.uuid(),
    at: z.number().transform(instant),
    page: z.uuid().optional(),
    fromTop: z.boolean(),
    source: z.enum(TABLE_SOURCES),
    zone,
    body: z.string().max(LONGEST_ANSWER),
  }),
  z.strictObject({
    kind: z.literal('call_refused'),
    method: z.enum(Object.values(READ_METHODS)),
    status: z.int().min(0).max(599),
  }),
  z.strictObject({ kind: z.literal('signed_out') }),
  z.strictObject({ kind: z.literal('refused'), count: z.int().min(1).max(1_000_000) }),
  z.strictObject({ kind: z.literal('open_console'), place: consolePlaceSchema.optional() }),
  z.strictObject({ kind: z.literal('look'), viewport: z.enum(VIEWPORTS) }),
  z.strictObject({ kind: z.literal('keep_look'), viewport: z.enum(VIEWPORTS), look: lookSchema }),
  z.strictObject({ kind: z.literal('overlay'), language: z.enum(['en', 'zh']) }),
])

export type ReceivedMessage = z.infer<typeof schema>

/** Reads a message from a content script; null when it is not one of the closed list. */
export const readMessage = (message: unknown): ReceivedMessage | null =>
  schema.safeParse(message).data ?? null
