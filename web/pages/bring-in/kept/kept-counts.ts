import { byKind, KINDS } from '../../../../shared/evidence/kinds/kinds.ts'
import type { PutSummary } from '../../../../shared/store/put-summary.ts'

export type KeptCounts = {
  readonly [Kind in keyof PutSummary]: { readonly added: number; readonly known: number }
}

/** Several puts as one: what was new, and what was known before (whether or not the new sighting added to it). */
export function addUp(summaries: readonly PutSummary[]): KeptCounts {
  const sum = (kind: keyof PutSummary) => ({
    added: summaries.reduce((total, summary) => total + summary[kind].added, 0),
    known: summaries.reduce((total, summary) => total + summary[kind].merged + summary[kind].unchanged, 0),
  })
  return byKind(KINDS, sum)
}
