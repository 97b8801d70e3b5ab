import { evidenceId } from '../evidence/id.ts'
import type { Reject } from '../evidence/reject.ts'
import type { Reason } from '../evidence/sentences/reasons.ts'
import { cutExcerpt } from './excerpt.ts'
import type { ParseContext } from './parser.ts'

/** Where and why a piece of input could not be read. Give a line, a JSON path, or both. */
export interface Refusal {
  readonly line?: number | null
  readonly path?: string | null
  readonly reason: Reason
  /** What stood there; only its first characters are kept, masked. */
  readonly text: string
}

/** A Reject of this input. The same refusal of the same capture has the same id. */
export function rejectOf(context: ParseContext, refusal: Refusal): Reject {
  const { line = null, path = null, reason } = refusal
  const { capture, input } = context
  return {
    id: rejectId(capture, line, path, reason),
    input,
    capture,
    line,
    path,
    reason,
    excerpt: cutExcerpt(refusal.text),
  }
}

/** The same refusal, once it is known which capture it stands in. */
export const rejectIn = (reject: Reject, capture: string): Reject => ({
  ...reject,
  capture,
  id: rejectId(capture, reject.line, reject.path, reject.reason),
})

const rejectId = (capture: string, line: number | null, path: string | null, reason: string): string =>
  evidenceId('reject', capture, line, path, reason)
