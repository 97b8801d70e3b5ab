import type { InstallationLane } from '../../../shared/analyse/views/lanes/installation-lanes.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import type { MaskedEvidence } from '../../../shared/export/mask-evidence.ts'
import type { IncidentIndex } from './incidents/incident-index.ts'
import type { RowIndex } from './rows/row-index.ts'

/**
 * What questions have worked out, since going through a list or changing a choice asks again and again. The engine owns it,
 * and begins a new one whenever the evidence or its zone is another.
 */
export interface Kept {
  incidents?: IncidentIndex
  rows?: RowIndex
  installations?: readonly InstallationLane[]
  /** The evidence with rows that hold their own fields, and the same redacted. */
  plain?: Evidence
  masked?: MaskedEvidence
}
