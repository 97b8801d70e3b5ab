import {
  CONSOLE_TYPE,
  type ErrorClass,
  type ErrorObservation,
} from '../../evidence/kinds/error-observation.ts'
import { evidenceId } from '../../evidence/id.ts'
import type { Recognition } from '../../evidence/sentences/recognitions.ts'
import { fieldOf, isObject } from '../json/json-object.ts'
import type { JsonParser } from '../parser.ts'
import { keptOfMessage } from '../log/kept-message.ts'
import { maskText } from '../scrub/mask.ts'
import { readBody } from '../json/read-body.ts'
import { readAt } from '../usages/snapshot.ts'
import { connectErrorSchema } from './connect-error.schema.ts'

/** The closed list of the Connect protocol; four of them have been seen (docs/kimi.md#console-services). */
const CLASSES: ReadonlyMap<string, ErrorClass> = new Map([
  ['unauthenticated', 'auth'],
  ['permission_denied', 'plan_access'],
  ['resource_exhausted', 'rate_or_concurrency'],
  ['unavailable', 'service'],
  ['internal', 'service'],
  ['data_loss', 'service'],
  ['deadline_exceeded', 'service'],
  ['unknown', 'service'],
  ['canceled', 'other'],
  ['invalid_argument', 'other'],
  ['not_found', 'other'],
  ['already_exists', 'other'],
  ['failed_precondition', 'other'],
  ['aborted', 'other'],
  ['out_of_range', 'other'],
  ['unimplemented', 'other'],
])

/** As the service writes a constant; anything else could be a name or a key. */
const REASON = /^[A-Z]{2,20}(?:_[A-Z]{2,20}){0,6}$/

const FIELDS = ['code', 'message']

/** Why a value is an error of the console's services, or null. */
export function recogniseConnectError(value: unknown): Recognition | null {
  const code = fieldOf(value, 'code')
  // Others use these codes too; the envelope has details, or nothing but a message.
  const details = Array.isArray(fieldOf(value, 'details'))
  const nothingElse = isObject(value) && Object.keys(value).every((name) => FIELDS.includes(name))
  return (details || nothingElse) && typeof code === 'string' && CLASSES.has(code)
    ? `the error code "${code}" of the console's services`
    : null
}

/**
 * Reads an error of the console's own services. It refused the page, not a call of Kimi Code, and its `type` says so:
 * no verdict may take it for a refusal of a call.
 */
export const parseConnectError: JsonParser = (piece, context) => {
  const { body, rejects, unknownFields } = readBody(connectErrorSchema, 'connect_error', piece, context)
  if (body === null || body.code === null) return { rejects, unknownFields }
  const debug = body.details?.find((detail) => detail?.debug)?.debug
  const reason = typeof debug?.reason === 'string' && REASON.test(debug.reason) ? debug.reason : null
  const said = body.message ?? debug?.localizedMessage?.message ?? ''
  const message = maskText(keptOfMessage(said)) || (reason ?? body.code)
  const error: ErrorObservation = {
    id: evidenceId('error', 'console', body.code, reason, message, context.at),
    when: readAt(context.at),
    errorClass: CLASSES.get(body.code) ?? 'other',
    status: null,
    type: `${CONSOLE_TYPE}${reason ?? body.code}`,
    message,
    attempts: null,
    readWith: null,
    origins: [{ capture: context.capture, at: piece.at }],
  }
  return { errors: [error], rejects, unknownFields }
}
