import { isAboutCalls, type ErrorObservation } from '../evidence/error-observation.ts'
import type { EvidenceBesideRows } from '../evidence/evidence.ts'

/**
 * The refusals of calls that nothing dates: neither their own time nor a reading that was pasted after them. A copy of a text
 * that is dated elsewhere in the input is that refusal, and none of them.
 */
export function undatedErrors({ errors }: Pick<EvidenceBesideRows, 'errors'>): readonly ErrorObservation[] {
  const undated = errors.filter((error) => !isDated(error) && error.readWith === null && isAboutCalls(error))
  if (undated.length === 0) return []
  const dated = new Set(errors.filter(isDated).map(wordsOf))
  return undated.filter((error) => ![...dated].some((other) => isCopy(wordsOf(error), other)))
}

const isDated = ({ when }: ErrorObservation): boolean => when.kind !== 'undated'

const wordsOf = ({ message }: ErrorObservation): string =>
  message
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** People quote a text whole or cut short, and a client may wrap it in words of its own. */
const isCopy = (words: string, other: string): boolean => {
  const [short, long] = words.length <= other.length ? [words, other] : [other, words]
  return short === long || (short.length >= TELLING && long.includes(short))
}

/** Fewer letters may be part of any text. */
const TELLING = 24
