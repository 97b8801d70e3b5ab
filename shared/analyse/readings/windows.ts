import type { WindowKind } from '../../evidence/kinds/quota-snapshot.ts'
import type { Instant } from '../../time/instant.ts'
import { span, type Span } from '../../time/span.ts'
import type { Account } from './account.ts'
import { gridAt, type Epoch } from './epochs.ts'
import { isReported } from './grid.ts'
import { segmentEndingAt, type MeterReading } from './meter-index.ts'
import type { Frame } from '../clocks/placed-records.ts'
import type { Basis, Incident, QuotaWindow, Reset } from '../report.ts'
import { WINDOW_LENGTH, type Rules } from '../rules.ts'
import { distinct, epochWindows } from './window-bounds.ts'

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
  const { epochs, read } = account
  const moments = [
    ...incidents.flatMap(({ block }) => (block.span ? [block.span.from, block.span.to] : [])),
    now,
  ]
  return distinct([...epochWindows(epochs, moments, frame.records), ...read])
    .map(({ window, span: range }) => cutAtChange(describe(window, range, account, rules), epochs))
    .toSorted(
      (a, b) => order(a.window) - order(b.window) || a.span.from - b.span.from || a.span.to - b.span.to,
    )
}

/** A window of the old grid ends where the new grid begins. */
function cutAtChange(window: QuotaWindow, epochs: readonly Epoch[]): QuotaWindow {
  if (window.window === 'month' || window.window === 'other') return window
  const { from, to } = window.span
  const end = epochs.find(({ span: valid }) => from >= valid.from && from < valid.to)?.span.to ?? to
  return end < to ? { ...window, span: span(from, end) } : window
}

const order = (window: WindowKind): number => ['5h', '7d', 'month', 'other'].indexOf(window)

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
function basisOf(window: WindowKind, at: Instant, { epochs, meters }: Account, rules: Rules): Basis {
  if (window === 'month' || window === 'other') return 'reported'
  const grid = gridAt(epochs, at)
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
    const edges = window === 'month' ? [range.to] : [range.from, ...(isCut(window, range) ? [] : [range.to])]
    for (const at of edges) resets.set(`${window} ${at}`, resetAt(window, at, account, now, rules))
  }
  return [...resets.values()].toSorted((a, b) => order(a.window) - order(b.window) || a.at - b.at)
}

/** Ended by a change of plan instead of a reset. */
const isCut = (window: WindowKind, { from, to }: Span): boolean =>
  (window === '5h' || window === '7d') && to - from < WINDOW_LENGTH[window]

/** One reset of a window: its basis, and whether a reading after it shows that the new window runs. */
export function resetAt(
  window: WindowKind,
  at: Instant,
  account: Account,
  now: Instant,
  rules: Rules,
): Reset {
  const shown = firstReadingAfter(window, at, account, rules)
  return {
    window,
    at,
    basis: basisOf(window, at, account, rules),
    state: at > now ? 'upcoming' : shown ? 'verified' : 'due_unverified',
    refs: shown ? [shown.reading.snapshot.id] : [],
  }
}

/** The first reading of the window that begins at that reset. A month does not say when it begins. */
function firstReadingAfter(
  window: WindowKind,
  at: Instant,
  { meters }: Account,
  rules: Rules,
): MeterReading | undefined {
  if (window === 'month' || window === 'other') return undefined
  const begun = segmentEndingAt(meters[window], at + WINDOW_LENGTH[window], rules.sameReset)
  return begun?.readings.find(({ reading }) => reading.span.from >= at)
}
