import { NO_EVIDENCE, type Evidence, type EvidenceBesideRows, type Kind } from '../evidence/evidence.ts'
import { evidenceFor, KINDS } from '../evidence/kinds/kinds.ts'
import { mergeEvidence } from '../evidence/merge.ts'

/**
 * Known evidence with what was added, except rows. Kinds without additions are not touched, and kinds that are sorted later
 * anyway (readings, captures) are simply appended.
 */
export function withAdded(known: EvidenceBesideRows, added: EvidenceBesideRows): EvidenceBesideRows {
  const [before, news] = [withoutRows(known), withoutRows(added)]
  const snapshots = unknownItems(known.snapshots, added.snapshots)
  const seenAgain = snapshots.length < added.snapshots.length
  const isMerged = (kind: Kind) =>
    news[kind].length > 0 && kind !== 'captures' && (kind !== 'snapshots' || seenAgain)
  const told = (from: Evidence) =>
    evidenceFor(KINDS, (kind) => (isMerged(kind) ? from[kind] : NO_EVIDENCE[kind]))
  const merged = mergeEvidence(told(before), told(news))
  return {
    ...evidenceFor(KINDS, (kind) => (isMerged(kind) ? merged[kind] : before[kind])),
    captures: known.captures.concat(unknownItems(known.captures, added.captures)),
    ...(seenAgain ? {} : { snapshots: known.snapshots.concat(snapshots) }),
  }
}

const withoutRows = (evidence: EvidenceBesideRows): Evidence => ({ ...evidence, records: [] })

/** Those that are not known yet; of several with one id the first. */
export function unknownItems<T extends { readonly id: string }>(
  known: readonly T[],
  added: readonly T[],
): readonly T[] {
  // of one or two things it is cheaper to compare ids than to hash those of a hundred thousand
  if (added.length <= FEW) return unique(added).filter(({ id }) => !known.some((each) => each.id === id))
  const ids = new Set(known.map(({ id }) => id))
  return unique(added).filter(({ id }) => !ids.has(id))
}

const FEW = 4

const unique = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] => [
  ...new Map(items.toReversed().map((each) => [each.id, each])).values(),
]
