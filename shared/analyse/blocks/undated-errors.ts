import { isAboutCalls, type ErrorObservation } from '../../evidence/kinds/error-observation.ts'
import type { EvidenceBesideRows } from '../../evidence/evidence.ts'
import type { Block } from './block.ts'
import { causesNamed } from './error-causes.ts'
import { findWithin } from './find-within.ts'
import { CAUSES } from '../report.ts'

/**
 * The refusals of calls that nothing dates: neither their own time nor a reading that was pasted after them. A copy of a text
 * that is dated elsewhere in the input is that refusal, and none of them.
 */
export function undatedErrors({ errors }: Pick<EvidenceBesideRows, 'errors'>): readonly ErrorObservation[] {
  const undated = errors.filter((error) => !isDated(error) && error.readWith === null && isAboutCalls(error))
  if (undated.length === 0) return []
  const copies = copiesOf(new Set(errors.filter(isDated).map(wordsOf)), new Set(undated.map(wordsOf)))
  return undated.filter((error) => !copies.has(wordsOf(error)))
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

/**
 * The texts that are dated ones, too. People quote a text whole or cut short, and a client may wrap it in words of its own:
 * one of the two stands in the other.
 */
function copiesOf(dated: ReadonlySet<string>, undated: ReadonlySet<string>): ReadonlySet<string> {
  const { parts: cutShort } = findWithin([...undated].filter(isTelling), [...dated])
  const { wholes: wrapped } = findWithin([...dated].filter(isTelling), [...undated])
  return new Set([...[...undated].filter((words) => dated.has(words)), ...cutShort, ...wrapped])
}

const isTelling = (words: string) => words.length >= TELLING

/** Fewer letters may be part of any text. */
const TELLING = 24
