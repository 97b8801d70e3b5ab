import { z } from '../../parse/zod.ts'
import { ANNOTATION_KINDS } from '../../evidence/kinds/annotation.ts'
import { ERROR_CLASSES } from '../../evidence/kinds/error-observation.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import { MARK_KINDS } from '../../evidence/kinds/mark.ts'
import { captureSchema, rejectSchema, rejectSchema4, unknownFieldSchema } from './capture-schema.ts'
import { outcomeSchema, recordsSchema } from './record-schema.ts'
import { snapshotSchema, snapshotSchema4 } from './snapshot-schema.ts'
import {
  idOf,
  instantSchema,
  maybeNumber,
  maybeText,
  originsSchema,
  text,
  whenSchema,
} from './when-schema.ts'

const clientSchema = z.enum(['kimi-cli', 'kimi-code'])

const errorSchema = z.strictObject({
  id: idOf('error'),
  when: whenSchema,
  errorClass: z.enum(ERROR_CLASSES),
  status: z.int().nullable(),
  type: maybeText,
  message: text,
  attempts: z.int().nullable(),
  readWith: idOf('snapshot').nullable(),
  client: clientSchema.optional(),
  example: z.literal(true).optional(),
  origins: originsSchema,
})

const callSchema = z.strictObject({
  id: idOf('call'),
  when: whenSchema,
  timeIs: z.enum(['start', 'end']),
  durationMs: maybeNumber,
  outcome: outcomeSchema,
  client: clientSchema,
  agent: maybeText,
  subagent: z.boolean().nullable(),
  model: maybeText,
  inputTokens: maybeNumber,
  outputTokens: maybeNumber,
  origins: originsSchema,
})

const costSchema = z.strictObject({
  id: idOf('cost'),
  when: whenSchema,
  product: text,
  percent: z.number(),
  below: z.boolean(),
  resolution: z.number(),
  origins: originsSchema,
})

const deviceSchema = z.strictObject({
  id: idOf('device'),
  kind: z.literal('api_key').optional(),
  name: maybeText,
  platform: maybeText,
  clientVersion: maybeText,
  lastActive: instantSchema.nullable(),
  firstSeen: instantSchema.nullable(),
  lastSeen: instantSchema.nullable(),
  origins: originsSchema,
})

const markSchema = z.strictObject({
  id: idOf('mark'),
  when: whenSchema,
  kind: z.enum(MARK_KINDS),
  text,
})

const annotationSchema = z.strictObject({
  id: idOf('annotation'),
  // whatever kind of evidence the block begins with
  anchor: z.string().regex(/^[a-z]+:[0-9a-f]{32}$/, 'not the id of a piece of evidence'),
  when: whenSchema,
  kind: z.enum(ANNOTATION_KINDS),
  text,
  writtenAt: instantSchema,
})

const currentSchema = z.strictObject({
  records: recordsSchema,
  snapshots: z.array(snapshotSchema),
  errors: z.array(errorSchema),
  calls: z.array(callSchema),
  costs: z.array(costSchema),
  devices: z.array(deviceSchema),
  marks: z.array(markSchema),
  annotations: z.array(annotationSchema),
  captures: z.array(captureSchema),
  rejects: z.array(rejectSchema),
  unknownFields: z.array(unknownFieldSchema),
}) satisfies z.ZodType<Evidence>

const schema4 = currentSchema.extend({
  snapshots: z.array(snapshotSchema4),
  rejects: z.array(rejectSchema4),
})

/** Evidence as a bundle of some version holds it. */
export type BundledEvidence = z.infer<typeof currentSchema> | z.infer<typeof schema4>

/** All of Evidence, and nothing else: a name that is not known here is refused, not dropped. */
export const evidenceSchema = (version: number): z.ZodType<BundledEvidence> =>
  version < 5 ? schema4 : currentSchema
