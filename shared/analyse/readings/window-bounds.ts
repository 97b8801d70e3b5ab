import type { WindowKind } from '../../evidence/kinds/quota-snapshot.ts'
import { later, type Instant } from '../../time/instant.ts'
import { span, spanContains, type Span } from '../../time/span.ts'
import type { Epoch } from './epochs.ts'
import { windowAt, type Grid } from './grid.ts'
import { firstAtOrAfter, recordsWithin, type PlacedRecord } from '../clocks/placed-records.ts'
import type { Reading } from './readings.ts'
import { GRID_WINDOWS, WINDOW_LENGTH, type GridWindow } from '../rules.ts'

/** The windows that readings were taken in: worked out once for an account. */
export function windowsRead(epochs: readonly Epoch[], readings: readonly Reading[]): readonly Bounds[] {
  const moments = readings.flatMap(({ span: taken }) => [taken.from, later(taken.to, -1)])
  return distinct([
    ...epochWindows(epochs, moments, []),
    ...readings.flatMap(monthsOf),
    ...readings.flatMap(openedIn),
  ])
}

/** The windows that hold a moment or a row, each on the grid of its time. */
export const epochWindows = (
  epochs: readonly Epoch[],
  moments: readonly Instant[],
  records: readonly PlacedRecord[],
): readonly Bounds[] =>
  epochs.flatMap(({ grid, span: valid }) => {
    const inside = moments.filter((at) => spanContains(valid, at))
    const rows = epochs.length === 1 ? records : recordsWithin(records, valid)
    return GRID_WINDOWS.flatMap((window) => gridWindows(grid, window, inside, rows))
  })

/** A window by its kind and its edges. */
export interface Bounds {
  readonly window: WindowKind
  readonly span: Span
}

/** The windows that hold a moment, or a row; rows are walked window by window, since there may be a million. */
function gridWindows(
  grid: Grid,
  window: GridWindow,
  moments: readonly Instant[],
  records: readonly PlacedRecord[],
): readonly Bounds[] {
  const spans = new Map<number, Bounds>()
  const add = (at: Instant): Span | null => {
    const held = windowAt(grid, window, at)
    if (held) spans.set(held.from, { window, span: held })
    return held
  }
  let held: Span | null = null
  for (const at of moments) if (!held || !spanContains(held, at)) held = add(at)
  for (let record = records[0]; record;) {
    held = add(record.at)
    record = held ? records[firstAtOrAfter(records, held.to)] : undefined
  }
  return [...spans.values()]
}

/** Months have no fixed length: known is the stretch from the reading to the reset that it states. */
function monthsOf({ snapshot, span: read }: Reading): readonly Bounds[] {
  return snapshot.meters.flatMap(({ window, reset }) =>
    window === 'month' && reset?.kind === 'at' && reset.at > read.from
      ? [{ window, span: span(read.from, reset.at) }]
      : [],
  )
}

/** Windows that open at first use lie on no grid: known are those that readings state. */
const openedIn = ({ snapshot, grid }: Reading): readonly Bounds[] =>
  grid === null || grid.anchors['5h'] !== null
    ? []
    : snapshot.meters.flatMap(({ window, reset }) =>
        window === '5h' && reset?.kind === 'at'
          ? [{ window, span: span(reset.at - WINDOW_LENGTH['5h'], reset.at) }]
          : [],
      )

export function distinct(windows: readonly Bounds[]): readonly Bounds[] {
  const byEnd = new Map<string, Bounds>()
  for (const each of windows) {
    const key = `${each.window} ${each.span.to}`
    const known = byEnd.get(key)
    if (!known || known.span.from > each.span.from) byEnd.set(key, each)
  }
  return [...byEnd.values()]
}
