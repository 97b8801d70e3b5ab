import type { Reject } from '../../shared/evidence/kinds/reject.ts'
import { wordingFor } from '../../shared/wording/wording.ts'

const ENGLISH = wordingFor('en')

/** Why something could not be read, in English. */
export const english = ({ reason }: Pick<Reject, 'reason'>): string => ENGLISH.sentence(reason).text
