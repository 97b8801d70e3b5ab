import type { WindowKind } from '../evidence/quota-snapshot.ts'
import { later, type Instant } from '../time/instant.ts'
import { spanContains, span, type Span } from '../time/span.ts'
import type { Account } from './account.ts'
import { isReported, windowAt, type Grid } from './grid.ts'
import { sameSegment, segmentOf } from './meter-windows.ts'
import type { Frame } from './placed-records.ts'
import type { Reading } from './readings.ts'
import type { Basis, Incident, QuotaWindow, Reset } from './report.ts'
import { GRID_WINDOWS, type GridWindow, type Rules } from './rules.ts'

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
    ...frame.records.map(({ at }) => at),
    ...readings.flatMap(({ span: read }) => [read.from, later(read.to, -1)]),
    ...incidents.flatMap(({ block }) => (block.span ? [block.span.from, block.span.to] : [])),
    now,
  ]
  const onGrid = grid ? GRID_WINDOWS.flatMap((window) => gridWindows(grid, window, moments)) : []
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

function gridWindows(grid: Grid, window: GridWindow, moments: readonly Instant[]): readonly Bounds[] {
  const spans = new Map<number, Bounds>()
  for (const at of moments) {
    const held = windowAt(grid, window, at)
    if (held && !spans.has(held.from)) spans.set(held.from, { window, span: held })
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
  const inside = account.readings.flatMap((reading) =>
    reading.snapshot.meters.flatMap((meter) => {
      const segment = segmentOf(reading, meter)
      const belongs = segment && sameSegment(segment, { window, ...range }, rules.sameReset)
      return belongs ? [{ reading, used: meter.usedPercent }] : []
    }),
  )
  const shares = inside.flatMap(({ used }) => (used === null ? [] : [used]))
  return {
    window,
    span: range,
    basis: basisOf(window, range.to, account, rules),
    peakUsedPercent: shares.length > 0 ? Math.max(...shares) : null,
    refs: [...new Set(inside.map(({ reading }) => reading.snapshot.id))],
  }
}

function basisOf(window: WindowKind, at: Instant, { grid, readings }: Account, rules: Rules): Basis {
  if (window === 'month' || window === 'other') return 'reported'
  if (grid && isReported(grid, window, at, rules)) return 'reported'
  return seenPassing(window, at, readings, rules) ? 'observed' : 'inferred'
}

/** Two readings, one in the window that ends at the reset and one in the window that begins there, show it between them. */
function seenPassing(window: GridWindow, at: Instant, readings: readonly Reading[], rules: Rules): boolean {
  const ends = readings.flatMap((reading) =>
    reading.snapshot.meters.flatMap((meter) => {
      const segment = meter.window === window ? segmentOf(reading, meter) : null
      return segment ? [segment] : []
    }),
  )
  const before = ends.some((segment) => Math.abs(segment.to - at) <= rules.sameReset)
  const after = ends.some(
    (segment) => segment.from !== null && Math.abs(segment.from - at) <= rules.sameReset,
  )
  return before && after
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
  const shown = account.readings.filter((reading) => showsNewWindow(reading, window, at, rules))
  return {
    window,
    at,
    basis: basisOf(window, at, account, rules),
    state: at > now ? 'upcoming' : shown.length > 0 ? 'verified' : 'due_unverified',
    refs: shown.map(({ snapshot }) => snapshot.id),
  }
}

const showsNewWindow = (reading: Reading, window: WindowKind, at: Instant, rules: Rules): boolean =>
  reading.snapshot.meters.some((meter) => {
    const segment = meter.window === window ? segmentOf(reading, meter) : null
    return (
      segment !== null &&
      segment.from !== null &&
      Math.abs(segment.from - at) <= rules.sameReset &&
      spanContains({ from: at, to: segment.to }, reading.span.from)
    )
  })
