import { maskText } from '../mask.ts'
import type { ErrorContent } from '../text/error-body.ts'
import { compact } from '../text/error-classes.ts'
import { findKnownMessage } from '../text/known-messages.ts'

/** Answers to what was asked, not to who asks or how often: they may quote the prompt, a file or a tool. */
const ABOUT_THE_REQUEST: ReadonlySet<number> = new Set([400, 404, 409, 413, 415, 422, 499])
/** Names of errors as the services give them: `rate_limit_reached_error`. */
const TYPE = /^[a-z]{2,20}(?:_[a-z]{2,20}){0,5}$/
/** An unknown wording is kept, since drift shows in it, but no more of it than a sentence or two. */
const LONGEST = 240

// A path in a message; not the one in an address such as https://www.kimi.com/membership.
const PATH = /(?<![\w:/.-])(?:~|\.{1,2}|[A-Za-z]:)?(?:[/\\][\w.@+-]+){2,}[/\\]?/g

/**
 * The part of an error message that a log may give away: the words of the service where we know them, else the masked
 * message of a refusal, else (about the request, or without a status) only its number.
 */
export function keptContent(content: ErrorContent): ErrorContent {
  const known = findKnownMessage(compact(content.message))
  const type = content.type !== null && TYPE.test(content.type) ? content.type : null
  return { ...content, type, message: known ? known.message : unknownMessage(content) }
}

function unknownMessage({ message, status }: ErrorContent): string {
  if (status === null) return 'an error without a status'
  if (ABOUT_THE_REQUEST.has(status)) return `Error code: ${status}`
  const masked = maskText(message.slice(0, 4 * LONGEST))
    .replace(PATH, '[path]')
    .replace(/\s+/g, ' ')
    .trim()
  if (masked === '') return `Error code: ${status}`
  return masked.length > LONGEST ? `${masked.slice(0, LONGEST - 1)}…` : masked
}
