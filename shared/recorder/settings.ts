import { z } from '../parse/zod.ts'

/** What may be told of by a notification. */
export const NOTICE_KINDS = ['blocked', 'back', 'reset', 'nearly'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
const limit = z.number().positive().nullable()

/**
 * What the user chose for the extension. What cannot be read back falls to its default, the others stay.
 * A null limit is none.
 */
const DEFAULTS = {
  paused: false,
  hiddenHours: 12,
  keep: { rawDays: 7, rawMegabytes: 200, recordDays: null, recordMegabytes: null },
  notices: { kinds: [], nearlyPercent: 80, quiet: null },
} as const

const keep = z.object({
  /** Captured texts, to show what a row was read from: short. */
  rawDays: z.number().positive().catch(DEFAULTS.keep.rawDays),
  rawMegabytes: z.number().positive().catch(DEFAULTS.keep.rawMegabytes),
  /** Records and readings, of each account: long. */
  recordDays: limit.catch(DEFAULTS.keep.recordDays),
  recordMegabytes: limit.catch(DEFAULTS.keep.recordMegabytes),
})

const notices = z.object({
  /** Empty: none, which is how it begins. */
  kinds: z.array(z.enum(NOTICE_KINDS)).catch([]),
  nearlyPercent: z.number().min(1).max(100).catch(DEFAULTS.notices.nearlyPercent),
  /** Nothing is told between these two times of day, which may span midnight. */
  quiet: z.object({ from: clock, to: clock }).nullable().catch(null),
})

export const settingsSchema = z.object({
  /** Nothing is recorded while true, not even what the user's own pages show. */
  paused: z.boolean().catch(false),
  /** The recorder rests when no console page was in front for so long; null: it never does. */
  hiddenHours: limit.catch(DEFAULTS.hiddenHours),
  keep: keep.catch(keep.parse({})),
  notices: notices.catch(notices.parse({})),
})

export type Settings = z.infer<typeof settingsSchema>

export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({})

/** A change of settings as a page sends it: whole parts, read as strictly as a message is. */
export const settingsChangeSchema = z.strictObject({
  hiddenHours: limit.optional(),
  keep: z
    .strictObject({
      rawDays: z.number().positive().max(3650),
      rawMegabytes: z.number().positive().max(100_000),
      recordDays: z.number().positive().max(36_500).nullable(),
      recordMegabytes: z.number().positive().max(1_000_000).nullable(),
    })
    .optional(),
  notices: z
    .strictObject({
      kinds: z.array(z.enum(NOTICE_KINDS)).max(NOTICE_KINDS.length),
      nearlyPercent: z.number().min(1).max(100),
      quiet: z.strictObject({ from: clock, to: clock }).nullable(),
    })
    .optional(),
})
export type SettingsChange = z.infer<typeof settingsChangeSchema>
