import type { CaptureSource } from '../../evidence/kinds/capture.ts'
import type { Reject, UnknownField } from '../../evidence/kinds/reject.ts'
import { sentenceFor } from '../../evidence/sentences/sentence-for.ts'
import { isReason } from '../../evidence/sentences/find-sentence.ts'
import { camelKeys } from './camel-keys.ts'
import { excerptOfValue } from '../scrub/excerpt.ts'
import type { JsonPiece, ParseContext } from '../parser.ts'
import { placeIn, type Step } from '../place.ts'
import { rejectOf } from '../reject.ts'
import { findUnknownFields } from './unknown-fields.ts'
import type { z } from '../zod.ts'

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
  const first = parseOrGiveUp(schema, value)
  if (first === null) {
    const reason = sentenceFor('tooManyOfWrongKind')
    const reject = rejectOf(context, { line: piece.line, path: piece.at, reason, text: '' })
    return { body: null, rejects: [reject], unknownFields }
  }
  if (first.success) return { body: first.data, rejects: [], unknownFields }

  const { issues } = first.error
  const rejects = issues.slice(0, MAX_ISSUES).map((issue) =>
    rejectOf(context, {
      line: piece.line,
      path: placeIn(piece, issue.path),
      reason: isReason(issue.message) ? issue.message : 'Invalid input',
      text: excerptOfValue(valueAt(value, issue.path), lastName(issue.path)),
    }),
  )
  const others = issues.length - rejects.length
  const reason = sentenceFor('moreOfWrongKind', { count: String(others) })
  const rest = others === 0 ? [] : [rejectOf(context, { line: piece.line, path: piece.at, reason, text: '' })]
  const second = schema.safeParse(without(value, pathsOf(issues)))
  return { body: second.success ? second.data : null, rejects: [...rejects, ...rest], unknownFields }
}

/** Null where so many parts are of the wrong kind (about 100,000) that zod, which passes them on as arguments, gives up. */
function parseOrGiveUp<Schema extends z.ZodType>(schema: Schema, value: unknown) {
  try {
    return schema.safeParse(value)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** More parts of one body than this are counted only: they are one fault, told over and over. */
const MAX_ISSUES = 50

const lastName = (path: readonly Step[]) => path.findLast((step) => typeof step === 'string') ?? ''

function valueAt(value: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step) ? Reflect.get(at, step) : undefined,
    value,
  )
}

/** The paths of all that is to go, as a tree; null stands for "this one". */
type PathTree = Map<Step, PathTree> | null

function pathsOf(issues: readonly { readonly path: readonly Step[] }[]): PathTree {
  const root: NonNullable<PathTree> = new Map()
  for (const { path } of issues) {
    let at = root
    for (const [index, step] of path.entries()) {
      const below = at.get(step)
      if (below === null) break
      if (index === path.length - 1) at.set(step, null)
      else at.set(step, (at = below ?? new Map()))
    }
    if (path.length === 0) return null
  }
  return root
}

/** The value with null in the place of what stands at the paths, so that indexes stay; one copy for all of them. */
function without(value: unknown, paths: PathTree): unknown {
  if (paths === null) return null
  if (Array.isArray(value))
    return value.map((item: unknown, index) =>
      paths.has(index) ? without(item, paths.get(index) ?? null) : item,
    )
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([key, item]: [string, unknown]) => [
      key,
      paths.has(key) ? without(item, paths.get(key) ?? null) : item,
    ]),
  )
}
