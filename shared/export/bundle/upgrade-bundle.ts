import { reanchor } from '../../evidence/annotation.ts'
import { readErrorAgain } from '../../evidence/errors/read-again.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import { mergeEvidence } from '../../evidence/merge.ts'
import type { QuotaSnapshot } from '../../evidence/quota-snapshot.ts'
import type { BundledEvidence } from './evidence-schema.ts'

/** The evidence of a bundle of an earlier version as this one would have written it. */
export function upgradeBundle(bundled: BundledEvidence, version: number): Evidence {
  const evidence = { ...bundled, snapshots: bundled.snapshots.map(withoutConflicts) }
  return version < 2 ? withErrorsReadAgain(evidence) : evidence
}

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
