import type { PlacedRecord } from '../../clocks/placed-records.ts'

/**
 * The times of rows and how many of each outcome lie before each, so that a stretch of a million rows is counted by
 * looking at its two ends.
 */
export interface RowIndex {
  readonly times: Float64Array
  /** `failures[i]`: of the rows before row i. One longer than `times`. */
  readonly failures: Uint32Array
  readonly unknowns: Uint32Array
}

/** The index of rows sorted by time. */
export function rowIndexOf(records: readonly PlacedRecord[]): RowIndex {
  const index = {
    times: new Float64Array(records.length),
    failures: new Uint32Array(records.length + 1),
    unknowns: new Uint32Array(records.length + 1),
  }
  let failures = 0
  let unknowns = 0
  for (let i = 0; i < records.length; i++) {
    const placed = records[i]
    if (!placed) continue
    index.times[i] = placed.at
    if (placed.record.outcome === 'failure') failures += 1
    else if (placed.record.outcome === 'unknown') unknowns += 1
    index.failures[i + 1] = failures
    index.unknowns[i + 1] = unknowns
  }
  return index
}

/** Index of the first time at or after `at`. */
export function firstTimeFrom(times: Float64Array, at: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((times[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

export interface OutcomeCounts {
  readonly success: number
  readonly failure: number
  readonly unknown: number
}

/** How many rows of each outcome lie in [from, to). */
export function countBetween(index: RowIndex, from: number, to: number): OutcomeCounts {
  const first = firstTimeFrom(index.times, from)
  const end = firstTimeFrom(index.times, to)
  const failure = (index.failures[end] ?? 0) - (index.failures[first] ?? 0)
  const unknown = (index.unknowns[end] ?? 0) - (index.unknowns[first] ?? 0)
  return { success: end - first - failure - unknown, failure, unknown }
}
