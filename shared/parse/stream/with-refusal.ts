import { mergeEvidence } from '../../evidence/merge.ts'
import type { Reason } from '../../evidence/sentences/reasons.ts'
import type { ParsedInput } from '../parse-input.ts'
import { refusedInput } from './refused-input.ts'

/** What was read, and that something of it could not be. */
export function withRefusal(read: ParsedInput, input: string, reason: Reason): ParsedInput {
  const refused = refusedInput(input, reason)
  return {
    evidence: mergeEvidence(read.evidence, refused.evidence),
    pieces: [...read.pieces, ...refused.pieces],
  }
}
