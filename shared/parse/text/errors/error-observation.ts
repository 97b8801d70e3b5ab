import type { ErrorObservation } from '../../../evidence/kinds/error-observation.ts'
import { withoutControls } from '../../../evidence/without-controls.ts'
import { withErrorId } from '../../../evidence/errors/error-id.ts'
import { UNDATED, type When } from '../../../evidence/when.ts'
import { maskText } from '../../scrub/mask.ts'
import type { ParseContext } from '../../parser.ts'
import type { ErrorContent } from './error-body.ts'
import { classifyError, compact, isWorded } from '../../../evidence/errors/error-classes.ts'
import { unknownMessage } from '../../log/kept-message.ts'
import { findKnownMessage, mendMessage } from './known-messages.ts'

/** More of a message is kept than any known one has, and not so much that a whole request could be in it. */
const LONGEST = 400

/** One refusal out of what a text or body says. Undated unless the text itself, or its capture, says when. */
export function errorOf(
  content: ErrorContent,
  at: string,
  context: ParseContext,
  when: When = UNDATED,
): ErrorObservation {
  const errorClass = classifyError(content.message, content.type, content.status)
  // A type or a status says what kind of error it is, and nothing of what its words give away.
  const isKnown = isWorded(content.message) || findKnownMessage(compact(content.message)) !== null
  const mended = isKnown ? maskText(mendMessage(content.message)) : unknownMessage(content)
  const message = withoutControls(mended.length > LONGEST ? `${mended.slice(0, LONGEST - 1)}…` : mended)
  return withErrorId({
    id: '',
    when,
    errorClass,
    status: content.status,
    type: content.type,
    message,
    attempts: null,
    readWith: null,
    // Only kimi-code names its errors so.
    ...(content.type?.startsWith('provider.') ? { client: 'kimi-code' as const } : {}),
    origins: [{ capture: context.capture, at }],
  })
}

/** The same refusal, taken together with a reading that was pasted right after it (docs/verdicts.md#times). */
export const readTogether = (error: ErrorObservation, snapshot: string): ErrorObservation =>
  withErrorId({ ...error, readWith: snapshot })

/** The same refusal, dated by its capture. */
export const dateError = (error: ErrorObservation, when: When): ErrorObservation =>
  withErrorId({ ...error, when })

/** A refusal with what else is known of it; what it says itself stays. */
export const completeError = (
  error: ErrorObservation,
  { status, type, when }: Pick<ErrorObservation, 'status' | 'type' | 'when'>,
  origins = error.origins,
): ErrorObservation =>
  withErrorId({
    ...error,
    status: error.status ?? status,
    type: error.type ?? type,
    when: error.when.kind === 'undated' ? when : error.when,
    origins,
  })
