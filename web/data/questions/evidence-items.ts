import type { CallCost } from '../../../shared/evidence/kinds/call-cost.ts'
import type { Capture } from '../../../shared/evidence/kinds/capture.ts'
import type { ClientCall } from '../../../shared/evidence/kinds/client-call.ts'
import type { Device } from '../../../shared/evidence/kinds/device.ts'
import type { ErrorObservation } from '../../../shared/evidence/kinds/error-observation.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import type { Mark } from '../../../shared/evidence/kinds/mark.ts'
import type { QuotaSnapshot } from '../../../shared/evidence/kinds/quota-snapshot.ts'
import type { UsageRecord } from '../../../shared/evidence/kinds/usage-record.ts'

/** A piece of evidence with what kind it is. */
export type EvidenceItem =
  | { readonly kind: 'record'; readonly item: UsageRecord }
  | { readonly kind: 'snapshot'; readonly item: QuotaSnapshot }
  | { readonly kind: 'error'; readonly item: ErrorObservation }
  | { readonly kind: 'call'; readonly item: ClientCall }
  | { readonly kind: 'cost'; readonly item: CallCost }
  | { readonly kind: 'device'; readonly item: Device }
  | { readonly kind: 'mark'; readonly item: Mark }
  | { readonly kind: 'capture'; readonly item: Capture }

/** The pieces that the ids name, in the order of the ids, and the ids that name nothing kept here. */
export function itemsOf(
  evidence: Evidence,
  refs: readonly string[],
): { readonly items: readonly EvidenceItem[]; readonly missing: readonly string[] } {
  const wanted = new Set(refs)
  const found = new Map<string, EvidenceItem>()
  const look = <T extends { readonly id: string }>(list: readonly T[], wrap: (item: T) => EvidenceItem) => {
    for (const item of list) if (wanted.has(item.id)) found.set(item.id, wrap(item))
  }
  look(evidence.records, (item) => ({ kind: 'record', item }))
  look(evidence.snapshots, (item) => ({ kind: 'snapshot', item }))
  look(evidence.errors, (item) => ({ kind: 'error', item }))
  look(evidence.calls, (item) => ({ kind: 'call', item }))
  look(evidence.costs, (item) => ({ kind: 'cost', item }))
  look(evidence.devices, (item) => ({ kind: 'device', item }))
  look(evidence.marks, (item) => ({ kind: 'mark', item }))
  look(evidence.captures, (item) => ({ kind: 'capture', item }))
  return {
    items: refs.flatMap((ref) => found.get(ref) ?? []),
    missing: refs.filter((ref) => !found.has(ref)),
  }
}
