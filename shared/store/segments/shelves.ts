import type { CallCost } from '../../evidence/kinds/call-cost.ts'
import type { Capture } from '../../evidence/kinds/capture.ts'
import type { ClientCall } from '../../evidence/kinds/client-call.ts'
import type { ErrorObservation } from '../../evidence/kinds/error-observation.ts'
import { absorbPrintedCosts } from '../../evidence/merge-costs.ts'
import { joinSightings, joinSnapshots, type Sighting } from '../../evidence/merge.ts'
import { joinRecords, mergeRecords } from '../../evidence/merge-records.ts'
import type { QuotaSnapshot } from '../../evidence/kinds/quota-snapshot.ts'
import type { UsageRecord } from '../../evidence/kinds/usage-record.ts'
import { UNDATED, type When } from '../../evidence/when.ts'
import { span, spanAround, type Span } from '../../time/span.ts'
import { callCodec, type CallColumns } from '../columns/call-columns.ts'
import { captureCodec, type CaptureColumns } from '../columns/capture-columns.ts'
import { costCodec, type CostColumns } from '../columns/cost-columns.ts'
import { errorCodec, type ErrorColumns } from '../columns/error-columns.ts'
import type { PackedOrigins } from '../columns/origins.ts'
import { recordCodec, type RecordColumns } from '../columns/record-columns.ts'
import type { Shelf } from './shelf.ts'
import { snapshotCodec, type SnapshotColumns } from '../columns/snapshot-columns.ts'

const spanOf = (when: When): Span | null => (when.kind === 'span' ? when.span : null)

/** Defaults for kinds whose items were seen at one time. */
const sighted = <Item extends Sighting>() => ({
  whenOf: ({ when }: Item) => when,
  undatedMayBeDated: false,
  mayLieOnOtherDay: () => false,
  extentOf: ({ when }: Item) => spanOf(when),
  join: (known: Item, next: Item) => joinSightings(known, next),
  visible: (items: readonly Item[]) => items,
  capturesIn: () => null,
})

const named = ({ origins }: { readonly origins: PackedOrigins }) => origins.items.captures.values

/**
 * Rows are stored as seen and merged on reading: matching a row of the table with a row of the service is only correct with
 * all rows of that second at hand, so a merged row must still be there when the next one arrives. All rows of
 * a second lie in one segment.
 */
export const RECORDS: Shelf<UsageRecord, RecordColumns> = {
  ...sighted<UsageRecord>(),
  kind: 'records',
  disputed: 'records',
  table: (store) => store.segments,
  codec: recordCodec,
  undatedMayBeDated: true,
  mayLieOnOtherDay: ({ requestId }) => requestId !== null,
  join: joinRecords,
  visible: (records) =>
    records.some(({ requestId }) => requestId === null) && records.some(({ requestId }) => requestId !== null)
      ? mergeRecords(records)
      : records,
  capturesIn: named,
}

/** Rows the user deleted, as they were stored. Only putting rows and undo read them. */
export const DROPPED: Shelf<UsageRecord, RecordColumns> = {
  ...RECORDS,
  kind: 'dropped',
  table: (store) => store.dropped,
  visible: (records) => records,
}

export const SNAPSHOTS: Shelf<QuotaSnapshot, SnapshotColumns> = {
  ...sighted<QuotaSnapshot>(),
  kind: 'snapshots',
  disputed: 'snapshots',
  table: (store) => store.snapshots,
  codec: snapshotCodec,
  join: joinSnapshots,
  capturesIn: named,
}

export const ERRORS: Shelf<ErrorObservation, ErrorColumns> = {
  ...sighted<ErrorObservation>(),
  kind: 'errors',
  disputed: 'errors',
  table: (store) => store.errors,
  codec: errorCodec,
}

export const CALLS: Shelf<ClientCall, CallColumns> = {
  ...sighted<ClientCall>(),
  kind: 'calls',
  disputed: 'calls',
  table: (store) => store.calls,
  codec: callCodec,
  capturesIn: named,
}

export const COSTS: Shelf<CallCost, CostColumns> = {
  ...sighted<CallCost>(),
  kind: 'costs',
  disputed: 'costs',
  table: (store) => store.costs,
  codec: costCodec,
  visible: absorbPrintedCosts,
  capturesIn: named,
}

/** A capture lives on the day on which it was made; one without a time, on the day of its newest row. */
export const CAPTURES: Shelf<Capture, CaptureColumns> = {
  kind: 'captures',
  disputed: null,
  table: (store) => store.captures,
  codec: captureCodec,
  whenOf: ({ at, newest }) => (at === null ? (newest ?? UNDATED) : { kind: 'span', span: span(at, at) }),
  undatedMayBeDated: false,
  mayLieOnOtherDay: () => false,
  extentOf: ({ at, newest, oldest }) => {
    const edges = [oldest, newest].flatMap((edge) => (edge && spanOf(edge)) ?? [])
    return spanAround(at === null ? edges : [...edges, span(at, at)])
  },
  join: (known) => known,
  visible: (captures) => captures,
  capturesIn: () => null,
}
