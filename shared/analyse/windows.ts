import type { WindowKind } from '../evidence/quota-snapshot.ts'
import { later, type Instant } from '../time/instant.ts'
import { span, type Span } from '../time/span.ts'
import type { Account } from './account.ts'
import { isReported, windowAt, type Grid } from './grid.ts'
import { segmentEndingAt, type MeterReading } from './meter-index.ts'
import { firstAtOrAfter, type Frame, type PlacedRecord } from './placed-records.ts'
import type { Reading } from './readings.ts'
import type { Basis, Incident, QuotaWindow, Reset } from './report.ts'
import { GRID_WINDOWS, WINDOW_LENGTH, type GridWindow, type Rules } from './rules.ts'

/**
 * The quota windows that hold any evidence, and the one that holds `now`: of the grid where there is one, else as the
 * readings reported them. Sorted by window, then time.
 */
export function quotaWindows(
  account: Account,
  frame: Frame,
  incidents: readonly Incident[],
  now: Instant,
  rules: Rules,
): readonly QuotaWindow[] {
  const { grid, readings } = account
  const moments = [
    ...readings.flatMap(({ span: read }) => [read.from, later(read.to, -1)]),
    ...incidents.flatMap(({ block }) => (block.span ? [block.span.from, block.span.to] : [])),
    now,
  ]
  const onGrid = grid
    ? GRID_WINDOWS.flatMap((window) => gridWindows(grid, window, moments, frame.records))
    : []
  const months = readings.flatMap(monthsOf)
  const windows = distinct([...onGrid, ...months])
  return windows
    .map(({ window, span: range }) => describe(window, range, account, rules))
    .toSorted((a, b) => order(a.window) - order(b.window) || a.span.from - b.span.from)
}

interface Bounds {
  readonly window: WindowKind
  readonly span: Span
}

const order = (window: WindowKind): number => ['5h', '7d', 'month', 'other'].indexOf(window)

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
  for (const at of moments) add(at)
  for (let record = records[0]; record;) {
    const held = add(record.at)
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

function distinct(windows: readonly Bounds[]): readonly Bounds[] {
  const byEnd = new Map<string, Bounds>()
  for (const each of windows) {
    const key = `${each.window} ${each.span.to}`
    const known = byEnd.get(key)
    if (!known || known.span.from > each.span.from) byEnd.set(key, each)
  }
  return [...byEnd.values()]
}

function describe(window: WindowKind, range: Span, account: Account, rules: Rules): QuotaWindow {
  const held = segmentEndingAt(account.meters[window], range.to, rules.sameReset)
  const shown = held ? [held.readings[0], held.peak, held.readings.at(-1)] : []
  return {
    window,
    span: range,
    basis: basisOf(window, range.to, account, rules),
    peakUsedPercent: held?.peak.used ?? null,
    refs: [...new Set(shown.flatMap((each) => each?.reading.snapshot.id ?? []))],
  }
}

/** Reported by a reading; observed where readings show the window before it and the one after it; else inferred. */
function basisOf(window: WindowKind, at: Instant, { grid, meters }: Account, rules: Rules): Basis {
  if (window === 'month' || window === 'other') return 'reported'
  if (grid && isReported(grid, window, at, rules)) return 'reported'
  const before = segmentEndingAt(meters[window], at, rules.sameReset)
  const after = segmentEndingAt(meters[window], at + WINDOW_LENGTH[window], rules.sameReset)
  return before && after ? 'observed' : 'inferred'
}

/** The resets at the edges of the windows: what is known of each, and whether anything has shown it since. */
export function resetsOf(
  windows: readonly QuotaWindow[],
  account: Account,
  now: Instant,
  rules: Rules,
): readonly Reset[] {
  const resets = new Map<string, Reset>()
  for (const { window, span: range } of windows) {
    const edges = window === 'month' ? [range.to] : [range.from, range.to]
    for (const at of edges) resets.set(`${window} ${at}`, resetAt(window, at, account, now, rules))
  }
  return [...resets.values()].toSorted((a, b) => order(a.window) - order(b.window) || a.at - b.at)
}

/** One reset of a window: its basis, and whether a reading after it shows that the new window runs. */
export function resetAt(
  window: WindowKind,
  at: Instant,
  account: Account,
  now: Instant,
  rules: Rules,
): Reset {
  const shown = readingsOfWindowFrom(window, at, account, rules)
  return {
    window,
    at,
    basis: basisOf(window, at, account, rules),
    state: at > now ? 'upcoming' : shown.length > 0 ? 'verified' : 'due_unverified',
    refs: shown.slice(0, 1).map(({ reading }) => reading.snapshot.id),
  }
}

/** Readings of the window that begins at that reset. A month does not say when it begins. */
function readingsOfWindowFrom(
  window: WindowKind,
  at: Instant,
  { meters }: Account,
  rules: Rules,
): readonly MeterReading[] {
  if (window === 'month' || window === 'other') return []
  const begun = segmentEndingAt(meters[window], at + WINDOW_LENGTH[window], rules.sameReset)
  return (begun?.readings ?? []).filter(({ reading }) => reading.span.from >= at)
}
