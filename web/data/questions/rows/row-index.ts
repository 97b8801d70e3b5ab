import type { Evidence } from '../../../../shared/evidence/evidence.ts'
import type { Zone } from '../../../../shared/time/zone.ts'
import { findRows, type RowFilter, type RowOrder } from './find-rows.ts'
import { classRows, type ClassedRows } from './row-classes.ts'
import { newestFirst, wallsOf } from './row-order.ts'

/** What was worked out of the rows of the history. */
export interface RowIndex {
  readonly classed: ClassedRows
  readonly newest: Uint32Array
  readonly walls: () => Float64Array
  found: { readonly key: string; readonly places: Uint32Array } | null
}

interface Rows {
  readonly evidence: Pick<Evidence, 'records'>
  readonly report: { readonly zone: Zone }
  readonly kept: { rows?: RowIndex }
}

/** The index of the rows, made once and put where the engine keeps it. */
export const rowIndex = ({ evidence, report, kept }: Rows): RowIndex =>
  (kept.rows ??= indexOf(evidence.records, report.zone))

function indexOf(records: Evidence['records'], zone: Zone): RowIndex {
  let walls: Float64Array | null = null
  return {
    classed: classRows(records),
    newest: newestFirst(records, zone),
    // only who asks for a time needs them
    walls: () => (walls ??= wallsOf(records, zone)),
    found: null,
  }
}

/** The places of the rows that pass a filter, in an order. */
export function foundRows(
  rows: Rows,
  { filter, order }: { readonly filter: RowFilter; readonly order: RowOrder },
): Uint32Array {
  const index = rowIndex(rows)
  const key = JSON.stringify([filter, order])
  if (index.found?.key !== key)
    index.found = {
      key,
      places: findRows(rows.evidence.records, index.classed, index.newest, index.walls, filter, order),
    }
  return index.found.places
}
