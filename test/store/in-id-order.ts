import type { Evidence } from '../../shared/evidence/evidence.ts'

/** The same evidence whatever the order in which a store or a merge lists it. */
export function inIdOrder(evidence: Evidence): Evidence {
  const sorted = <Item extends { readonly id: string }>(items: readonly Item[]) =>
    items.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    ...evidence,
    records: sorted(evidence.records),
    snapshots: sorted(evidence.snapshots),
    errors: sorted(evidence.errors),
    calls: sorted(evidence.calls),
    costs: sorted(evidence.costs),
    captures: sorted(evidence.captures),
  }
}
