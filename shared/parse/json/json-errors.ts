import type { ErrorObservation } from '../../evidence/kinds/error-observation.ts'
import { UNDATED } from '../../evidence/when.ts'
import { isObject } from './json-object.ts'
import type { JsonPiece, ParseContext } from '../parser.ts'
import { dateTimesIn, whenOfEpoch } from '../text/date-times.ts'
import { isWorded } from '../../evidence/errors/error-classes.ts'
import { readErrorBody, statusOf, typeOf } from '../text/errors/error-body.ts'
import { completeError, errorOf } from '../text/errors/error-observation.ts'
import { NOTHING_BESIDE, type Beside } from '../text/errors/error-record.ts'
import { parseErrorTexts } from '../text/errors/error-texts.ts'
import { holdsBeginning } from '../text/errors/known-messages.ts'

const STATUS_NAMES = /^(?:http[_-]?)?(?:status|code)(?:[_-]?code)?$/i
const TYPE_NAMES = /^(?:error[_-]?)?type$/i
const TIME_NAMES =
  /^@?(?:t|time|timestamp|ts|date|datetime|when|at|created[_-]?at|occurred[_-]?at|event[_-]?time|request[_-]?time)$/i

/** Where a client shows the answer's headers: OpenCode's `responseHeaders`. */
const HEADERS_NAME = /^(?:response[_-]?)?headers$/i

/** What is known of an error in JSON from around it. */
export interface ErrorClaim {
  /** What its record tells beside it. */
  readonly beside: () => Beside
  /** Whether something in its record shows that Kimi or a client of Kimi's says it. */
  readonly isKimis: () => boolean
}

/** Reads a value that is the body of an error. Null where it is none, or nothing shows that Kimi said it. */
export function readJsonError(
  piece: JsonPiece,
  context: ParseContext,
  claim: ErrorClaim,
): ErrorObservation | null {
  const content = readErrorBody(piece.value)
  if (!content || !(isWorded(content.message) || claim.isKimis())) return null
  const beside = besideIn(piece.value, claim.beside(), context)
  const { when } = beside
  const status = beside.status ?? content.status
  const type = content.type ?? beside.type
  const printed = printedIn(content.message, context)
  if (printed)
    return completeError(printed, { status, type, when }, [{ capture: context.capture, at: piece.at }])
  return errorOf({ ...content, status, type }, piece.at, context, when)
}

/** A body in it, or a status before it. */
const PRINTED = /\{|\b[45]\d\d\b/

/** The error in a message that is itself what a client printed, as over JSON-RPC, or with its status: `403 You've…`. */
function printedIn(message: string, context: ParseContext): ErrorObservation | undefined {
  if (!PRINTED.test(message)) return undefined
  return parseErrorTexts({ text: message, line: 1 }, context).errors?.[0]
}

/** Fields that an object has which tells of something that happened. */
const TELLS = /^(?:is_?error|level|severity|err|error|error_?message|exception|result|stderr|event|log)$/i

/**
 * The errors that a string in JSON tells, as the results of tools and the entries of logs do. A list of texts, or a table of
 * them by name, tells of nothing that happened.
 */
export function errorsInString(
  text: string,
  { value, at }: JsonPiece,
  context: ParseContext,
  beside: () => Beside,
): readonly ErrorObservation[] {
  if (text.length < 12 || !isObject(value) || !holdsBeginning(text)) return []
  const { status, when } = besideIn(value, NOTHING_BESIDE, context)
  const tells =
    status !== null || when.kind !== 'undated' || Object.keys(value).some((name) => TELLS.test(name))
  if (!tells) return []
  const { errors = [] } = parseErrorTexts({ text, line: 1 }, context)
  return errors.map((error) => completeError(error, beside(), [{ capture: context.capture, at }]))
}

/** What the fields of an object tell of an error in it; what they do not, is as outside of it. */
export function besideIn(value: unknown, outside: Beside, context: ParseContext): Beside {
  if (!isObject(value)) return outside
  let { status, type, when }: Beside = NOTHING_BESIDE
  for (const [name, field] of Object.entries(value)) {
    if (STATUS_NAMES.test(name)) status ??= statusOf(field)
    else if (TYPE_NAMES.test(name) && /error/.test(String(field))) type ??= typeOf(field)
    else if (when.kind !== 'undated') continue
    else if (TIME_NAMES.test(name)) when = whenOfField(field, context)
    else if (HEADERS_NAME.test(name) && isObject(field))
      when = whenOfField(field['date'] ?? field['Date'], context)
  }
  return {
    status: status ?? outside.status,
    type: (type === 'error' ? null : type) ?? outside.type,
    when: when.kind === 'undated' ? outside.when : when,
  }
}

function whenOfField(field: unknown, context: ParseContext) {
  if (typeof field === 'number') return whenOfEpoch(String(field))
  if (typeof field !== 'string') return UNDATED
  return dateTimesIn(field.slice(0, 80), context)[0]?.when ?? whenOfEpoch(field)
}
