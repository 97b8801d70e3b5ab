import { LONGEST_TEXT } from '../../evidence/longest-text.ts'
import { DAY_OF_HOURS } from '../../time/duration.ts'
import { instant } from '../../time/instant.ts'
import { readZone, UNKNOWN_ZONE, type KnownZone } from '../../time/zone.ts'
import { wallTime } from '../../time/wall.ts'
import { z } from '../../parse/zod.ts'
import { FIRST_TIME, LAST_TIME } from './limits.ts'

export const text = z.string().max(LONGEST_TEXT)
export const maybeText = text.nullable()
export const maybeNumber = z.number().nullable()

const milliseconds = z.int().min(FIRST_TIME).max(LAST_TIME)

/** How coarse a time is that was read: no longer than a year. */
export const lengthSchema = z
  .int()
  .min(0)
  .max(366 * DAY_OF_HOURS)
/** What is left until a reset: a countdown is read with five digits at most, and its largest unit are days. */
export const countdownSchema = z
  .number()
  .min(0)
  .max(100_001 * DAY_OF_HOURS)

export const instantSchema = milliseconds.transform((ms) => instant(ms))
export const wallSchema = milliseconds.transform((ms) => wallTime(ms))

const spanSchema = z
  .strictObject({ from: instantSchema, to: instantSchema })
  .refine(({ from, to }) => from <= to, { message: 'span runs backwards' })

export const zoneSchema = text.transform((name, context): KnownZone => {
  const zone = readZone(name)
  if (zone !== null && zone !== UNKNOWN_ZONE) return zone
  context.addIssue({ code: 'custom', message: `no time zone is called ${name}` })
  return z.NEVER
})

const localSchema = z.strictObject({
  text,
  wall: wallSchema,
  length: lengthSchema,
  zone: zoneSchema.nullable(),
  setBack: z.enum(['before', 'after']).optional(),
})

export const whenSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('span'),
    span: spanSchema,
    local: localSchema.optional(),
    ambiguous: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal('local'), local: localSchema, skipped: z.literal(true).optional() }),
  z.strictObject({ kind: z.literal('undated') }),
])

/** `record:` and 32 hex digits, as evidence/id.ts makes them. */
export const idOf = (kind: string) =>
  z.string().regex(new RegExp(`^${kind}:[0-9a-f]{32}$`), `not the id of a ${kind}`)

export const originsSchema = z.array(z.strictObject({ capture: idOf('capture'), at: text }))
