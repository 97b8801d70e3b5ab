import { StoreError } from '../../../shared/store/database/store-error.ts'
import type { Text } from '../../locales/use-text.ts'

/** What a browser calls the error where a file has gone since it was chosen, or may not be read. */
const UNREADABLE: ReadonlySet<string> = new Set(['NotFoundError', 'NotReadableError', 'NotAllowedError'])

/**
 * What went wrong, where there is room for a sentence only. Errors of the database and of files in the reader's language;
 * any other in its own words, which can be reported.
 */
export function errorText(error: unknown, t: Text): string {
  if (error instanceof StoreError)
    return error.kind === 'failed'
      ? t('failure.database', { said: error.message })
      : t(`failure.store.${error.kind}`)
  if (!(error instanceof Error)) return String(error)
  return UNREADABLE.has(error.name) ? t('failure.file') : error.message
}
