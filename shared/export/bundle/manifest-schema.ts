import { z } from '../../parse/zod.ts'
import { instantSchema, text } from './when-schema.ts'

/** The version of the bundle. A change that a reader would misread takes the next number and a step in `upgradeBundle`. */
export const BUNDLE_VERSION = 2
export const BUNDLE_NAME = 'quotascope/bundle'
/** What stands under `schema` in a bundle. */
export const BUNDLE_SCHEMA = `${BUNDLE_NAME}@${BUNDLE_VERSION}`

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const manifestSchema = z.strictObject({
  /** When it was written, UTC milliseconds. */
  writtenAt: instantSchema,
  /** The zone that zone-less evidence was read in, or `unknown`. */
  zone: text,
  /** True where ids, names and texts were masked. */
  masked: z.boolean(),
  /** Pieces of evidence of each kind, and the SHA-256 of their canonical JSON. */
  parts: z.record(z.string(), z.strictObject({ count: z.int().min(0), sha256 })),
})

export type Manifest = z.infer<typeof manifestSchema>
