import type { CaptureSource } from '../evidence/capture.ts'
import type { Reject, UnknownField } from '../evidence/reject.ts'
import { isReason } from '../evidence/sentences/find-sentence.ts'
import { camelKeys } from './camel-keys.ts'
import { excerptOfValue } from './excerpt.ts'
import type { JsonPiece, ParseContext } from './parser.ts'
import { placeIn, type Step } from './place.ts'
import { rejectOf } from './reject.ts'
import { findUnknownFields } from './unknown-fields.ts'
import type { z } from './zod.ts'

export interface ReadBody<Body> {
  /** Null when the value as a whole is not of this shape. */
  readonly body: Body | null
  readonly rejects: readonly Reject[]
  readonly unknownFields: readonly UnknownField[]
}

/**
 * Reads a JSON value by a schema of camelCase names. A part of the wrong kind (a list where an object belongs) becomes
 * a Reject with its path, and the rest is read without it; fields that the schema does not name are counted.
 * Every container in `schema` must be nullish for that.
 */
export function readBody<Schema extends z.ZodType>(
  schema: Schema,
  source: CaptureSource,
  piece: JsonPiece,
  context: ParseContext,
): ReadBody<z.output<Schema>> {
  const unknownFields = findUnknownFields(schema, piece.value, source)
  const value = camelKeys(piece.value)
  const first = schema.safeParse(value)
  if (first.success) return { body: first.data, rejects: [], unknownFields }

  const rejects = first.error.issues.map((issue) =>
    rejectOf(context, {
      line: piece.line,
      path: placeIn(piece, issue.path),
      reason: isReason(issue.message) ? issue.message : 'Invalid input',
      text: excerptOfValue(valueAt(value, issue.path), lastName(issue.path)),
    }),
  )
  const second = schema.safeParse(
    first.error.issues.reduce((rest, issue) => without(rest, issue.path), value),
  )
  return { body: second.success ? second.data : null, rejects, unknownFields }
}

const lastName = (path: readonly Step[]) => path.findLast((step) => typeof step === 'string') ?? ''

function valueAt(value: unknown, [step, ...rest]: readonly Step[]): unknown {
  if (step === undefined) return value
  const found = Object.entries(value ?? {}).find(([key]) => key === String(step))
  return valueAt(found?.[1], rest)
}

/** The value with null in the place of what stands at the path, so that indexes stay. */
function without(value: unknown, [step, ...rest]: readonly Step[]): unknown {
  if (step === undefined) return null
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? without(item, rest) : item))
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([key, item]) => [key, key === step ? without(item, rest) : item]),
  )
}
