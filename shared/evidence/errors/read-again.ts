import type { ErrorObservation } from '../kinds/error-observation.ts'
import { classOfMessage } from './error-classes.ts'
import { withErrorId } from './error-id.ts'

/**
 * An error that an earlier version has kept, as this one reads its message: that version's table of wordings may have
 * said more than the words do (`usage limit for this billing cycle` was once the week's). With the class the id changes,
 * so that it is one with the same error read anew. The same object where the words say what it says, or nothing.
 */
export function readErrorAgain(error: ErrorObservation): ErrorObservation {
  const said = classOfMessage(error.message)
  return said === null || said === error.errorClass ? error : withErrorId({ ...error, errorClass: said })
}
