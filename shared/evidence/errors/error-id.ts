import type { ErrorObservation } from '../kinds/error-observation.ts'
import { evidenceId } from '../id.ts'
import type { When } from '../when.ts'
import { compact } from './error-classes.ts'

/**
 * A refusal with its id: its text, and its time or the reading that it belongs to. Without either, one text is one refusal
 * however often it is pasted, as nothing distinguishes two of them.
 */
export const withErrorId = (error: ErrorObservation): ErrorObservation => ({
  ...error,
  id: evidenceId(
    'error',
    error.errorClass,
    compact(error.message),
    error.type,
    error.status,
    timeKey(error.when) ?? error.readWith ?? 'undated',
  ),
})

function timeKey(when: When): string | null {
  if (when.kind === 'span') return `utc${when.span.from}`
  return when.kind === 'local' ? `wall${when.local.wall}` : null
}
