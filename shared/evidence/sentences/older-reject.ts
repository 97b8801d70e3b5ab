import { rejectId, type Reject } from '../kinds/reject.ts'
import { readSentence } from './find-sentence.ts'

/** As databases up to version 4 and bundles up to version 4 have it. */
export type OlderReject = Omit<Reject, 'reason'> & { readonly reason: string }

/**
 * A reject that kept its reason in English, as it is kept now; a sentence that is not known stays the text that it is. An id
 * that was masked stays what it is, since what it was made of is not there.
 */
export function readOlderReject(older: OlderReject, isMasked = false): Reject {
  const reject = { ...older, reason: readSentence(older.reason) }
  return isMasked ? reject : { ...reject, id: rejectId(reject) }
}
