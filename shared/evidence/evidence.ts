import type { Annotation } from './kinds/annotation.ts'
import type { CallCost } from './kinds/call-cost.ts'
import type { Capture } from './kinds/capture.ts'
import type { ClientCall } from './kinds/client-call.ts'
import type { Device } from './kinds/device.ts'
import type { ErrorObservation } from './kinds/error-observation.ts'
import type { Mark } from './kinds/mark.ts'
import type { QuotaSnapshot } from './kinds/quota-snapshot.ts'
import type { Reject, UnknownField } from './kinds/reject.ts'
import type { UsageRecord } from './kinds/usage-record.ts'

/** The kinds of evidence, by their names in counts, tables and bundles, with what an item of each is. */
export interface EvidenceItem {
  readonly records: UsageRecord
  readonly snapshots: QuotaSnapshot
  readonly errors: ErrorObservation
  readonly calls: ClientCall
  readonly costs: CallCost
  readonly devices: Device
  readonly marks: Mark
  /** What the user wrote on incidents: kept with the evidence, never used as evidence. */
  readonly annotations: Annotation
  readonly captures: Capture
  readonly rejects: Reject
  readonly unknownFields: UnknownField
}
export type Kind = keyof EvidenceItem

/** Everything known about one account: the output of parsing, the content of the store and the input of the analysis. */
export type Evidence = { readonly [Each in Kind]: readonly EvidenceItem[Each][] }

/** Evidence whose rows are kept elsewhere. */
export type EvidenceBesideRows = Omit<Evidence, 'records'>

export const NO_EVIDENCE: Evidence = {
  records: [],
  snapshots: [],
  errors: [],
  calls: [],
  costs: [],
  devices: [],
  marks: [],
  annotations: [],
  captures: [],
  rejects: [],
  unknownFields: [],
}
