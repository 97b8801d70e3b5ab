import { isEmpty } from '../../evidence/is-empty.ts'
import { mergeEvidence } from '../../evidence/merge.ts'
import type { Reason } from '../../evidence/sentences/reasons.ts'
import type { ParsedInput } from '../parse-input.ts'
import { refusedInput } from './refused-input.ts'
import type { TextDecoding } from './text-decoding.ts'

/** What was read, and that something of it could not be. */
export function withRefusal<Read extends ParsedInput>(read: Read, input: string, reason: Reason): Read {
  const refused = refusedInput(input, reason)
  return {
    ...read,
    evidence: mergeEvidence(read.evidence, refused.evidence),
    pieces: [...read.pieces, ...refused.pieces],
  }
}

/** The same, and that bytes of it were no text; of what holds nothing that is read nobody wants to know. */
export const withReplaced = <Read extends ParsedInput>(
  read: Read,
  input: string,
  { replaced }: TextDecoding,
): Read =>
  replaced === 0 || isEmpty(read.evidence)
    ? read
    : withRefusal(read, input, `bytes that are no text were replaced by \uFFFD: ${replaced}`)
