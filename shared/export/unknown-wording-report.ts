import type { ErrorObservation } from '../evidence/kinds/error-observation.ts'

/**
 * What there is to tell us of a refusal that no table knows, as text for a bug report: nothing that says when it was, or whose
 * it is. Its words are those of a vocabulary already, and a placeholder for each of the others.
 */
export const unknownWordingReport = ({ status, type, client, message }: ErrorObservation): string =>
  [
    'Quotascope does not know this refusal of Kimi Code yet.',
    `status: ${status ?? 'not stated'}`,
    `type: ${type ?? 'not stated'}`,
    `client: ${client ?? 'not stated'}`,
    `words: ${message}`,
    '',
  ].join('\n')
