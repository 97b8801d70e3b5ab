import type { CallCost } from '../../../evidence/kinds/call-cost.ts'
import type { EvidenceBesideRows } from '../../../evidence/evidence.ts'
import type { Finding } from '../../report.ts'

/** The page on which the oldest cost stands says that the list goes on: what came before it was not captured. */
export function costFindings({
  costs,
  captures,
}: Pick<EvidenceBesideRows, 'costs' | 'captures'>): readonly Finding[] {
  const cut = new Set(captures.flatMap(({ id, goesOn }) => (goesOn ? [id] : [])))
  if (cut.size === 0) return []
  const oldest = oldestOf(costs)
  if (oldest?.when.kind !== 'span' || !oldest.origins.every(({ capture }) => cut.has(capture))) return []
  const { from } = oldest.when.span
  return [{ kind: 'costs_go_on', values: { at: { unit: 'instant', value: from } }, refs: [oldest.id] }]
}

function oldestOf(costs: readonly CallCost[]): CallCost | null {
  let oldest: CallCost | null = null
  let first = Number.POSITIVE_INFINITY
  for (const cost of costs) {
    if (cost.when.kind !== 'span' || cost.when.span.from >= first) continue
    oldest = cost
    first = cost.when.span.from
  }
  return oldest
}
