import type { CallColumns } from './call-columns.ts'
import type { CaptureColumns } from './capture-columns.ts'
import type { CostColumns } from './cost-columns.ts'
import type { ErrorColumns } from './error-columns.ts'
import type { RecordColumns } from './record-columns.ts'
import type { SnapshotColumns } from './snapshot-columns.ts'

/** As what a day of a kind is stored. */
export interface ColumnsOf {
  readonly records: RecordColumns
  readonly snapshots: SnapshotColumns
  readonly errors: ErrorColumns
  readonly calls: CallColumns
  readonly costs: CostColumns
  readonly captures: CaptureColumns
}
