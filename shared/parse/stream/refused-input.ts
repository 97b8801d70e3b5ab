import { NO_EVIDENCE } from '../../evidence/evidence.ts'
import { evidenceId } from '../../evidence/id.ts'
import type { Reason } from '../../evidence/sentences/reasons.ts'
import type { ParsedInput } from '../parse-input.ts'
import { countsOf } from '../recognised-pieces.ts'
import { rejectOf } from '../reject.ts'

/** What is told of an input that is not read at all. */
export function refusedInput(input: string, reason: Reason): ParsedInput {
  const context = {
    capture: evidenceId('capture', input, reason),
    at: null,
    via: 'file',
    input,
    zone: 'unknown',
  } as const
  const rejects = [rejectOf(context, { reason, text: '' })]
  const piece = {
    source: 'unrecognised',
    why: reason,
    fromLine: 1,
    toLine: 1,
    counts: countsOf({ rejects }),
  } as const
  return { evidence: { ...NO_EVIDENCE, rejects }, pieces: [piece] }
}
