import { NO_EVIDENCE, type Evidence, type EvidenceBesideRows } from '../evidence/evidence.ts'
import { mergeEvidence } from '../evidence/merge.ts'

/**
 * Known evidence with what was added, except rows. Kinds without additions are not touched, and kinds that are sorted later
 * anyway (readings, captures) are simply appended.
 */
export function withAdded(known: EvidenceBesideRows, added: EvidenceBesideRows): EvidenceBesideRows {
  const captures = unknownItems(known.captures, added.captures)
  const snapshots = unknownItems(known.snapshots, added.snapshots)
  const seenAgain = snapshots.length < added.snapshots.length
  const told = (from: EvidenceBesideRows): Evidence => {
    const of = <Kind extends keyof EvidenceBesideRows>(kind: Kind): EvidenceBesideRows[Kind] =>
      added[kind].length > 0 ? from[kind] : NO_EVIDENCE[kind]
    return {
      ...NO_EVIDENCE,
      snapshots: seenAgain ? from.snapshots : [],
      errors: of('errors'),
      calls: of('calls'),
      costs: of('costs'),
      devices: of('devices'),
      marks: of('marks'),
      annotations: of('annotations'),
      rejects: of('rejects'),
      unknownFields: of('unknownFields'),
    }
  }
  const merged = mergeEvidence(told(known), told(added))
  const all = <Kind extends keyof EvidenceBesideRows>(kind: Kind): EvidenceBesideRows[Kind] =>
    added[kind].length > 0 ? merged[kind] : known[kind]
  return {
    snapshots: seenAgain ? merged.snapshots : known.snapshots.concat(snapshots),
    captures: known.captures.concat(captures),
    errors: all('errors'),
    calls: all('calls'),
    costs: all('costs'),
    devices: all('devices'),
    marks: all('marks'),
    annotations: all('annotations'),
    rejects: all('rejects'),
    unknownFields: all('unknownFields'),
  }
}

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
