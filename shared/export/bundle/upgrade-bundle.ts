import { reanchor } from '../../evidence/kinds/annotation.ts'
import { readErrorAgain } from '../../evidence/errors/read-again.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import { mergeEvidence } from '../../evidence/merge.ts'
import type { QuotaSnapshot } from '../../evidence/kinds/quota-snapshot.ts'
import type { Reject } from '../../evidence/kinds/reject.ts'
import { readOlderReject, type OlderReject } from '../../evidence/sentences/older-reject.ts'
import type { BundledEvidence } from './evidence-schema.ts'

/** The evidence of a bundle of an earlier version as this one would have written it. */
export function upgradeBundle(bundled: BundledEvidence, version: number, isMasked: boolean): Evidence {
  const evidence: Evidence = {
    ...bundled,
    snapshots: bundled.snapshots.map(withoutConflicts),
    rejects: bundled.rejects.map((each) => withSentence(each, isMasked)),
  }
  if (version < 2) return withErrorsReadAgain(evidence)
  // rejects lie in the order of their ids, which are others now
  return version < 5 ? mergeEvidence(evidence) : evidence
}

const withSentence = (reject: Reject | OlderReject, isMasked: boolean): Reject =>
  isOlder(reject) ? readOlderReject(reject, isMasked) : reject

const isOlder = (reject: Reject | OlderReject): reject is OlderReject => typeof reject.reason === 'string'

type BundledSnapshot = BundledEvidence['snapshots'][number]

function withoutConflicts(snapshot: BundledSnapshot): QuotaSnapshot {
  if (!('conflicts' in snapshot)) return snapshot
  const { conflicts: _, ...kept } = snapshot
  return kept
}

/** Version 1 has errors of which the class says more than their words; what was written on them follows to their new ids. */
function withErrorsReadAgain(evidence: Evidence): Evidence {
  const errors = evidence.errors.map(readErrorAgain)
  const newIds = new Map(
    evidence.errors.flatMap(({ id }, index) => {
      const next = errors[index]
      return next && next.id !== id ? [[id, next.id] as const] : []
    }),
  )
  if (newIds.size === 0) return evidence
  const annotations = evidence.annotations.map((each) => reanchor(each, newIds))
  return mergeEvidence({ ...evidence, errors, annotations })
}
