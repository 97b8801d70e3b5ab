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

/** Everything known about one account: the output of parsing, the content of the store and the input of the analysis. */
export interface Evidence {
  readonly records: readonly UsageRecord[]
  readonly snapshots: readonly QuotaSnapshot[]
  readonly errors: readonly ErrorObservation[]
  readonly calls: readonly ClientCall[]
  readonly costs: readonly CallCost[]
  readonly devices: readonly Device[]
  readonly marks: readonly Mark[]
  /** What the user wrote on incidents: kept with the evidence, never used as evidence. */
  readonly annotations: readonly Annotation[]
  readonly captures: readonly Capture[]
  readonly rejects: readonly Reject[]
  readonly unknownFields: readonly UnknownField[]
}

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
