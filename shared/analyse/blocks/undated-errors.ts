import { isAboutCalls, type ErrorObservation } from '../../evidence/kinds/error-observation.ts'
import type { EvidenceBesideRows } from '../../evidence/evidence.ts'
import type { Block } from './block.ts'
import { causesNamed } from './error-causes.ts'
import { CAUSES } from '../report.ts'

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

/**
 * Blocks of rows that say nothing but that they failed, where undated texts name a cause: some of the rows may be by it, and
 * others by another. Where the texts name causes that cannot be one, that goes for all of them.
 */
export function withUndated(
  blocks: readonly Block[],
  evidence: Pick<EvidenceBesideRows, 'errors'>,
): readonly Block[] {
  const all = undatedErrors(evidence)
    .map(causesNamed)
    .filter((causes) => causes.length > 0)
  // thousands of texts name a handful of causes: each set of them once
  const named = [...new Map(all.map((causes) => [causes.join(), causes])).values()]
  if (named.length === 0) return blocks
  const areSeveral = named.some((one) => named.some((other) => !one.some((cause) => other.includes(cause))))
  const perhapsPartly = areSeveral ? CAUSES : [...new Set(named.flat())]
  return blocks.map((block) =>
    block.refusals.every(({ error, status }) => error === null && status === null)
      ? { ...block, perhapsPartly }
      : block,
  )
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
