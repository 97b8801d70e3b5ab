import { z } from '../../shared/parse/zod.ts'

/**
 * A place in the console that a page of Kimi's may ask to be opened. It comes from a content script, so only these
 * forms pass: an address is built from them, never taken over.
 */
export const consolePlaceSchema = z.discriminatedUnion('view', [
  z.strictObject({ view: z.literal('incidents'), incident: z.string().regex(/^incident:[0-9a-f]{1,64}$/) }),
  z.strictObject({ view: z.literal('timeline'), day: z.string().regex(/^\d{4}-\d\d-\d\d$/) }),
])

export type ConsolePlace = z.infer<typeof consolePlaceSchema>
