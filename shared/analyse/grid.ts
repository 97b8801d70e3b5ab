import { evidenceId } from '../evidence/id.ts'
import type { QuotaSnapshot } from '../evidence/quota-snapshot.ts'
import { instant, type Instant } from '../time/instant.ts'
import { span, type Span } from '../time/span.ts'
import { GRID_WINDOWS, WINDOW_LENGTH, type GridWindow, type Rules } from './rules.ts'

/**
 * The grid on which an account's windows reset (KIMI.md 4.7): every reset lies on an anchor ± whole windows.
 *
 *     5h   ──┬────┬────┬────┬────┬──      anchor5h + k · 5 h
 *     7d   ──┬──────────────────────      anchor7d + j · 168 h
 *
 * Anchors are resets that a reading reported; which k and j they are does not matter.
 */
export interface Grid {
  readonly id: string
  readonly anchors: Readonly<Record<GridWindow, Instant | null>>
  /** Reported resets that lie on it, by window, sorted. */
  readonly reported: Readonly<Record<GridWindow, readonly Instant[]>>
  /** Reported 5 h resets that do not lie on it although the weekly one does: then nothing may be inferred from it. */
  readonly offGrid: readonly { readonly at: Instant; readonly snapshot: string }[]
  readonly snapshots: readonly string[]
}

/** How far `at` is from the nearest `anchor + k · length`, in milliseconds; negative when it is before it. */
export function distanceToGrid(at: number, anchor: number, length: number): number {
  const past = (((at - anchor) % length) + length) % length
  return past > length / 2 ? past - length : past
}

/** The resets that one reading states as instants. */
export function statedResets(snapshot: QuotaSnapshot, window: GridWindow): readonly Instant[] {
  return snapshot.meters.flatMap((meter) =>
    meter.window === window && meter.reset?.kind === 'at' ? [meter.reset.at] : [],
  )
}

/**
 * Sorts readings that state resets into grids. Readings are of one grid when their weekly resets lie on one; where
 * one of them has no weekly reset, the 5 h reset decides. More than one grid is more than one account, or a plan change.
 */
export function findGrids(snapshots: readonly QuotaSnapshot[], rules: Rules): readonly Grid[] {
  const stating = snapshots
    .filter((snapshot) => GRID_WINDOWS.some((window) => statedResets(snapshot, window).length > 0))
    .toSorted((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1))
  const groups: QuotaSnapshot[][] = []
  for (const snapshot of stating) {
    const group = groups.find(([first]) => first && sameGrid(first, snapshot, rules))
    if (group) group.push(snapshot)
    else groups.push([snapshot])
  }
  return groups.map((group) => gridOf(group, rules)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Readings that state both resets found the groups, so that poorer ones join them in any order of input. */
const weight = (snapshot: QuotaSnapshot): number =>
  GRID_WINDOWS.filter((window) => statedResets(snapshot, window).length > 0).length

function sameGrid(a: QuotaSnapshot, b: QuotaSnapshot, rules: Rules): boolean {
  const weekly = onOneGrid(a, b, '7d', rules)
  return weekly ?? onOneGrid(a, b, '5h', rules) ?? false
}

function onOneGrid(a: QuotaSnapshot, b: QuotaSnapshot, window: GridWindow, rules: Rules): boolean | null {
  const [anchor] = statedResets(a, window)
  const [other] = statedResets(b, window)
  if (anchor === undefined || other === undefined) return null
  return Math.abs(distanceToGrid(other, anchor, WINDOW_LENGTH[window])) <= rules.sameReset
}

function gridOf(group: readonly QuotaSnapshot[], rules: Rules): Grid {
  const members = group.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const all = {
    '5h': members.flatMap((s) => statedResets(s, '5h').map((at) => ({ at, snapshot: s.id }))),
    '7d': members.flatMap((s) => statedResets(s, '7d').map((at) => ({ at, snapshot: s.id }))),
  }
  const anchors = { '5h': all['5h'][0]?.at ?? null, '7d': all['7d'][0]?.at ?? null }
  const onGrid = (window: GridWindow, at: Instant) =>
    Math.abs(distanceToGrid(at, anchors[window] ?? at, WINDOW_LENGTH[window])) <= rules.sameReset
  const sorted = (window: GridWindow) =>
    [...new Set(all[window].map(({ at }) => at))].filter((at) => onGrid(window, at)).toSorted((a, b) => a - b)
  return {
    id: evidenceId('snapshot', 'grid', members[0]?.id ?? null).replace('snapshot:', 'grid:'),
    anchors,
    reported: { '5h': sorted('5h'), '7d': sorted('7d') },
    offGrid: all['5h'].filter(({ at }) => !onGrid('5h', at)),
    snapshots: members.map((snapshot) => snapshot.id),
  }
}

/** Resets of a window on the grid with `from ≤ reset ≤ to`, ascending. None where the grid has no anchor for it. */
export function resetsIn(grid: Grid, window: GridWindow, range: Span): readonly Instant[] {
  const anchor = grid.anchors[window]
  if (anchor === null) return []
  const length = WINDOW_LENGTH[window]
  const resets: Instant[] = []
  const first = anchor + Math.ceil((range.from - anchor) / length) * length
  for (let at = first; at <= range.to; at += length) resets.push(instant(at))
  return resets
}

/** The window of the grid that holds `at`: [reset before or at it, next reset). */
export function windowAt(grid: Grid, window: GridWindow, at: Instant): Span | null {
  const anchor = grid.anchors[window]
  if (anchor === null) return null
  const length = WINDOW_LENGTH[window]
  const from = anchor + Math.floor((at - anchor) / length) * length
  return span(from, from + length)
}

/** True where a reading itself reported that reset (else it is inferred from the grid). */
export function isReported(grid: Grid, window: GridWindow, at: Instant, rules: Rules): boolean {
  const reported = grid.reported[window]
  let low = 0
  let high = reported.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((reported[middle] ?? at) < at - rules.sameReset) low = middle + 1
    else high = middle
  }
  return Math.abs((reported[low] ?? Number.POSITIVE_INFINITY) - at) <= rules.sameReset
}
