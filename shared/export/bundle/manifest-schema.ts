import { z } from '../../parse/zod.ts'
import { readZone, UNKNOWN_ZONE } from '../../time/zone.ts'
import { instantSchema, text } from './when-schema.ts'

/** The version of the bundle. A change that a reader would misread takes the next number and a step in `upgradeBundle`. */
export const BUNDLE_VERSION = 5
export const BUNDLE_NAME = 'quotascope/bundle'
/** What stands under `schema` in a bundle of a version. */
export const bundleSchema = (version: number): string => `${BUNDLE_NAME}@${version}`

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What a bundle is for: to move or back up all of an account, or to be shown to others. Only the first is ever merged. */
export type BundlePurpose = 'complete' | 'redacted'

const commonSchema = z.strictObject({
  /** When it was written, UTC milliseconds. */
  writtenAt: instantSchema,
  /** The zone that zone-less evidence was read in, or `unknown`. */
  zone: text.transform((name) => readZone(name) ?? UNKNOWN_ZONE),
  /** Pieces of evidence of each kind, and the SHA-256 of their canonical JSON. */
  parts: z.record(z.string(), z.strictObject({ count: z.int().min(0), sha256 })),
})

const version3Schema = commonSchema.extend({ purpose: z.enum(['complete', 'redacted']) })

const currentSchema = version3Schema.extend({
  /** Which installation it is of, where it was written into a folder that several write into. */
  installation: z
    .strictObject({ id: z.uuid(), name: text.nullable(), retired: z.literal(true).exactOptional() })
    .exactOptional(),
})

/** Up to version 2 a bundle only said whether ids, names and texts were masked. */
const olderSchema = commonSchema
  .extend({ masked: z.boolean() })
  .transform(({ masked, ...rest }): Manifest => ({ ...rest, purpose: masked ? 'redacted' : 'complete' }))

export type Manifest = z.infer<typeof currentSchema>

export const manifestSchema = (version: number): z.ZodType<Manifest> =>
  version < 3 ? olderSchema : version === 3 ? version3Schema : currentSchema
