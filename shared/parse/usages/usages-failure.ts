import { CONSOLE_TYPE, type ErrorObservation } from '../../evidence/kinds/error-observation.ts'
import { evidenceId } from '../../evidence/id.ts'
import type { Recognition } from '../../evidence/sentences/recognitions.ts'
import { fieldOf, isObject } from '../json/json-object.ts'
import { namesOf, PLAIN, TEXT, type KeptFields } from '../json/kept-fields.ts'
import { maskText } from '../scrub/mask.ts'
import type { JsonParser } from '../parser.ts'
import { placeIn } from '../place.ts'
import { classifyError } from '../../evidence/errors/error-classes.ts'
import { readAt } from './snapshot.ts'

const NAMES = ['kind', 'message', 'status']

interface Failure {
  readonly message: string
  readonly status: number
  readonly wrapped: boolean
}

/** Why a value says that the official client's local server could not read the quota, or null. */
export const recogniseUsagesFailure = (value: unknown): Recognition | null =>
  readFailure(value) ? 'the quota could not be read' : null

/**
 * Reads `{code: 0, data: {kind: "error", message, status}}`, the answer of the official client's local server where Kimi did
 * not let it read the quota. No call was refused by that, and its `type` says so, as that of the console's own errors.
 */
export const parseUsagesFailure: JsonParser = (piece, context) => {
  const failure = readFailure(piece.value)
  if (!failure) return {}
  const { status, wrapped } = failure
  const message = maskText(failure.message)
  const error: ErrorObservation = {
    id: evidenceId('error', 'usages', message, status, context.at),
    when: readAt(context.at),
    errorClass: classifyError(message, null, status),
    status,
    type: `${CONSOLE_TYPE}usages`,
    message,
    attempts: null,
    readWith: null,
    origins: [{ capture: context.capture, at: wrapped ? placeIn(piece, ['data']) : piece.at }],
  }
  return { errors: [error] }
}

const FAILURE = { code: PLAIN, kind: PLAIN, message: TEXT, status: PLAIN }

/** What of it may be kept, wrapped or not. */
export const keptOfUsagesFailure = (): KeptFields => namesOf({ ...FAILURE, data: namesOf(FAILURE) })

function readFailure(value: unknown): Failure | null {
  const data = fieldOf(value, 'data')
  const inner = isObject(data) && typeof fieldOf(value, 'code') === 'number' ? data : value
  if (!isObject(inner) || !Object.keys(inner).every((name) => NAMES.includes(name))) return null
  const { kind, message, status } = inner
  if (kind !== 'error' || typeof message !== 'string' || typeof status !== 'number') return null
  return status >= 400 && status < 600 ? { message, status, wrapped: inner === data } : null
}
