import type { CaptureSource } from '../../evidence/kinds/capture.ts'
import type { Why } from '../../evidence/sentences/recognitions.ts'
import { besideIn, errorsInString, readJsonError, type ErrorClaim } from './json-errors.ts'
import { isObject } from './json-object.ts'
import { recogniseJson } from './json-sources.ts'
import type { JsonPiece, Parsed } from '../parser.ts'
import { innerPiece, type Step } from '../place.ts'
import { NOTHING_BESIDE, type Beside } from '../text/errors/error-record.ts'
import { joinParsed, type FinderContext } from '../text/finder.ts'

/** What a JSON value was taken for and what it gave. */
export interface JsonReading {
  readonly source: CaptureSource
  readonly why: Why
  readonly parsed: Parsed
}

/** What is known about a value from around it. */
export interface JsonClaim extends ErrorClaim {
  /** What whoever captured it says that it is. */
  readonly source: CaptureSource | null
}

export const NO_CLAIM: JsonClaim = { source: null, beside: () => NOTHING_BESIDE, isKimis: () => false }

/** A body may stand in the answer of another tool, but not deeper than this. */
const DEEPEST = 6
const MAX_INNER = 500

/** Reads a JSON value: one of the bodies that we know, an error body, or something that holds such bodies. Else null. */
export function readJsonValue(
  piece: JsonPiece,
  context: FinderContext,
  claim: JsonClaim,
): JsonReading | null {
  const known = readKnown(piece, context, claim)
  if (known) return known
  const inner = innerReadings(piece, context, claim)
  const [first] = inner
  if (!first) return null
  return {
    source: first.source,
    why: whyInside(first.why, inner.length - 1),
    parsed: joinParsed(inner.map((reading) => reading.parsed)),
  }
}

const whyInside = (why: string, others: number): Why =>
  others > 0 ? `${why} inside another object, and ${others} more` : `${why} inside another object`

function readKnown(piece: JsonPiece, context: FinderContext, claim: JsonClaim): JsonReading | null {
  const found = recogniseJson(piece.value, claim.source)
  if (found) {
    const { source, parse } = found.source
    const holdsRows = source === 'ListUnifiedRequests'
    return {
      source,
      why: found.why,
      parsed: parse(piece, holdsRows ? context.rowsFrom(piece.line ?? 1) : context.piece),
    }
  }
  const error = readJsonError(piece, context.piece, claim)
  return error && { source: 'error_text', why: 'an error body', parsed: { errors: [error] } }
}

function innerReadings(piece: JsonPiece, context: FinderContext, claim: JsonClaim): JsonReading[] {
  const readings: JsonReading[] = []
  const look = (outer: JsonPiece, outside: ErrorClaim, depth: number): void => {
    const beside = besideOnce(() => besideIn(outer.value, outside.beside(), context.piece))
    for (const [step, value] of membersOf(outer.value)) {
      if (readings.length >= MAX_INNER) return
      if (typeof value === 'string') {
        const errors = errorsInString(value, outer, context.piece, beside)
        if (errors.length > 0)
          readings.push({ source: 'error_text', why: 'an error body', parsed: { errors } })
      }
      if (typeof value !== 'object' || value === null) continue
      const inner = innerPiece(outer, [step], value)
      const reading = readKnown(inner, context, { source: null, beside, isKimis: claim.isKimis })
      if (reading) readings.push(reading)
      else if (depth < DEEPEST) look(inner, { ...claim, beside }, depth + 1)
    }
  }
  look(piece, claim, 1)
  return readings
}

function besideOnce(read: () => Beside): () => Beside {
  let beside: Beside | null = null
  return () => (beside ??= read())
}

function membersOf(value: unknown): Iterable<readonly [Step, unknown]> {
  if (Array.isArray(value)) return value.entries()
  return isObject(value) ? Object.entries(value) : []
}
