import type { ErrorContent } from '../text/errors/error-body.ts'
import { compact, isWorded } from '../../evidence/errors/error-classes.ts'
import { REQUEST_STATUSES } from '../../evidence/errors/request-statuses.ts'
import { maskCredentials } from '../scrub/mask.ts'
import { findKnownMessage } from '../text/errors/known-messages.ts'
import { keptWords } from '../scrub/unknown-wording.ts'

/** Names of errors as the services give them: `rate_limit_reached_error`. */
const TYPE = /^[a-z]{2,20}(?:_[a-z]{2,20}){0,5}$/

/**
 * The part of an error message that a log may give away: the words of the service where we know the message, else those of a
 * vocabulary, else (about the request, or where none is left) only its number.
 */
export function keptContent(content: ErrorContent): ErrorContent {
  const known = findKnownMessage(compact(content.message))
  const type = content.type !== null && TYPE.test(content.type) ? content.type : null
  return { ...content, type, message: known ? known.message : unknownMessage(content) }
}

/** Of a message whose words nobody knows the words of a vocabulary: it may quote a prompt, a file or a name. Empty: of none. */
export const keptOfMessage = (said: string): string =>
  isWorded(said) || findKnownMessage(compact(said)) !== null ? maskCredentials(said) : keptWords(said)

/** What a reader says itself of an error whose words it does not have: `Error code: 403 (APIStatusError)`. */
const OWN_WORDS = /^Error code: [45]\d\d(?: \(\w{1,60}\))?$/

/** What may be kept of a message that is in no table; the same again of what was kept. */
export function unknownMessage({ message, status }: ErrorContent): string {
  const nothing = status === null ? 'an error without a status' : `Error code: ${status}`
  if (message === nothing || OWN_WORDS.test(message)) return message
  // what speaks of the request may quote the prompt, a file or a tool
  if (status !== null && REQUEST_STATUSES.has(status)) return nothing
  return keptWords(message) || nothing
}
