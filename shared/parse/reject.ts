import { rejectId, type Reject } from '../evidence/kinds/reject.ts'
import { readSentence } from '../evidence/sentences/find-sentence.ts'
import type { Reason } from '../evidence/sentences/reasons.ts'
import type { Sentence } from '../evidence/sentences/sentence.ts'
import { cutExcerpt } from './scrub/excerpt.ts'
import type { ParseContext } from './parser.ts'

/** Where and why a piece of input could not be read. Give a line, a JSON path, or both. */
export interface Refusal {
  readonly line?: number | null
  readonly path?: string | null
  /** A sentence; or one in English that is looked up, of a parser that shows it beside what it read, too. */
  readonly reason: Sentence | Reason
  /** What stood there; only its first characters are kept, masked. */
  readonly text: string
}

/** A Reject of this input. The same refusal of the same capture has the same id. */
export function rejectOf({ capture, input }: ParseContext, refusal: Refusal): Reject {
  const { line = null, path = null, reason: given } = refusal
  const reason = typeof given === 'string' ? readSentence(given) : given
  const place = { capture, line, path, reason }
  return { id: rejectId(place), input, ...place, excerpt: cutExcerpt(refusal.text) }
}

/** The same refusal, once it is known which capture it stands in. */
export function rejectIn(reject: Reject, capture: string): Reject {
  const moved = { ...reject, capture }
  return { ...moved, id: rejectId(moved) }
}
