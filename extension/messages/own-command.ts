import { z } from '../../shared/parse/zod.ts'
import { awaitedResetSchema } from '../../shared/recorder/awaited-reset.ts'
import { settingsChangeSchema } from '../../shared/recorder/settings.ts'
import { USAGES_HOSTS } from '../../shared/recorder/usages-reader.ts'
import { SITES } from '../../shared/recorder/sites.ts'

const site = z.enum(SITES)

/** What our own pages, popup and console, may ask of the worker besides: a closed list. No web page can send these. */
const schema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('status') }),
  /** Switches the recorder of a site on (or has it go on), or off. */
  z.strictObject({ kind: z.literal('record'), site, on: z.boolean() }),
  /** Nothing at all is recorded while paused. */
  z.strictObject({ kind: z.literal('pause'), on: z.boolean() }),
  z.strictObject({ kind: z.literal('change_settings'), change: settingsChangeSchema }),
  /** Keeps a key for reading the meters (in place of any before), or forgets it. There is no command that gives it back. */
  z.strictObject({
    kind: z.literal('keep_key'),
    key: z.string().regex(/^[\x21-\x7e]{8,400}$/),
    host: z.enum(USAGES_HOSTS),
    account: z.string().min(1).max(100),
  }),
  z.strictObject({ kind: z.literal('erase_key') }),
  /** Says whose the pages under a label are; null: of no account that there is. */
  z.strictObject({
    kind: z.literal('assign_pages'),
    label: z.string().min(1).max(100),
    account: z.string().min(1).max(100).nullable(),
  }),
  /** Reduces what earlier versions kept of captured texts now, without waiting longer for a backup. */
  z.strictObject({ kind: z.literal('reduce_kept') }),
  /** Tells of this reset once its time has come; null: of none. */
  z.strictObject({ kind: z.literal('await_reset'), reset: awaitedResetSchema.nullable() }),
  /** Forgets all that the extension keeps beside the database. */
  z.strictObject({ kind: z.literal('erase_storage') }),
])

export type OwnCommand = z.infer<typeof schema>

/** Reads a command of one of our own pages; null when it is not one of the closed list. */
export const readOwnCommand = (message: unknown): OwnCommand | null => schema.safeParse(message).data ?? null
