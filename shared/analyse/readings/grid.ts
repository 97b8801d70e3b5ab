import { evidenceId } from '../../evidence/id.ts'
import type { QuotaSnapshot } from '../../evidence/kinds/quota-snapshot.ts'
import { instant, type Instant } from '../../time/instant.ts'
import { span, type Span } from '../../time/span.ts'
import { firstIndex } from '../first-index.ts'
import { GRID_WINDOWS, WINDOW_LENGTH, type GridWindow, type Rules } from '../rules.ts'

/**
 * The grid on which an account's windows reset (docs/kimi.md#grid): every reset lies on an anchor ± whole windows.
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
  /** The readings that lie on it, sorted. */
  readonly snapshots: readonly string[]
  /** The reading that all others were found to be of one grid with. */
  readonly founder: Stated
}

/** How far `at` is from the nearest `anchor + k · length`, in milliseconds; negative when it is before it. */
function distanceToGrid(at: number, anchor: number, length: number): number {
  const past = (((at - anchor) % length) + length) % length
  return past > length / 2 ? past - length : past
}

/** A reading with the first reset that it states for each window of the grid. */
interface Stated {
  readonly snapshot: QuotaSnapshot
  readonly resets: Readonly<Record<GridWindow, Instant | null>>
}

const stated = (snapshot: QuotaSnapshot): Stated => ({
  snapshot,
  resets: { '5h': statedReset(snapshot, '5h'), '7d': statedReset(snapshot, '7d') },
})

const statesAny = ({ resets }: Stated): boolean => resets['5h'] !== null || resets['7d'] !== null

/** Readings that state both resets found the grids, so that poorer ones join them in any order of input. */
const inOrder = (a: Stated, b: Stated): number =>
  weight(b) - weight(a) || (a.snapshot.id < b.snapshot.id ? -1 : 1)

/**
 * Sorts readings that state resets into grids. Readings are of one grid when their weekly resets lie on one; where
 * one of them has no weekly reset, the 5 h reset decides. More than one grid is more than one account, or a plan change.
 */
export function findGrids(snapshots: readonly QuotaSnapshot[], rules: Rules): readonly Grid[] {
  const stating = snapshots.map(stated).filter(statesAny).toSorted(inOrder)
  const groups: [Stated, ...Stated[]][] = []
  for (const each of stating) {
    const group = groups.find(([first]) => sameGrid(first, each, rules))
    if (group) group.push(each)
    else groups.push([each])
  }
  return groups.map((group) => gridOf(group, rules)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function statedReset({ meters }: QuotaSnapshot, window: GridWindow): Instant | null {
  for (const meter of meters) if (meter.window === window && meter.reset?.kind === 'at') return meter.reset.at
  return null
}

const weight = ({ resets }: Stated): number =>
  (resets['5h'] === null ? 0 : 1) + (resets['7d'] === null ? 0 : 1)

const sameGrid = (a: Stated, b: Stated, rules: Rules): boolean =>
  onOneGrid(a, b, '7d', rules) ?? onOneGrid(a, b, '5h', rules) ?? false

function onOneGrid(a: Stated, b: Stated, window: GridWindow, rules: Rules): boolean | null {
  const anchor = a.resets[window]
  const other = b.resets[window]
  return anchor === null || other === null ? null : isOn(other, anchor, window, rules)
}

/**
 * The only grid of an account with one more reading: the same as if it had been found with it from the start. The grid as
 * it is, where the reading states no reset; null where it is of another grid, or would have founded or anchored this one.
 */
export function joinGrid(grid: Grid, snapshot: QuotaSnapshot, rules: Rules): Grid | null {
  const { anchors, founder, snapshots } = grid
  const joining = stated(snapshot)
  if (!statesAny(joining)) return grid
  const lies = GRID_WINDOWS.every((window) => {
    const at = joining.resets[window]
    const anchor = anchors[window]
    return at === null || (anchor !== null && isOn(at, anchor, window, rules))
  })
  // both anchors are the founder's own where it is the first by id and states both
  const isFirst = weight(founder) === GRID_WINDOWS.length && snapshots[0] === founder.snapshot.id
  const follows = isFirst && founder.snapshot.id < snapshot.id && sameGrid(founder, joining, rules)
  if (!lies || !follows) return null
  const reported = (window: GridWindow) => {
    const at = joining.resets[window]
    const known = grid.reported[window]
    const index = firstIndex(known, (each) => at === null || each >= at)
    return at === null || known[index] === at ? known : known.toSpliced(index, 0, at)
  }
  const index = firstIndex(snapshots, (id) => id >= snapshot.id)
  return {
    ...grid,
    reported: { '5h': reported('5h'), '7d': reported('7d') },
    snapshots: snapshots.toSpliced(index, 0, snapshot.id),
  }
}

function gridOf(group: readonly [Stated, ...Stated[]], rules: Rules): Grid {
  const members = inIdOrder(group)
  const of = (window: GridWindow) => statedOn(members, window, rules)
  const [five, week] = [of('5h'), of('7d')]
  return {
    id: evidenceId('snapshot', 'grid', members[0]?.snapshot.id ?? null).replace('snapshot:', 'grid:'),
    anchors: { '5h': five.anchor, '7d': week.anchor },
    reported: { '5h': five.reported, '7d': week.reported },
    offGrid: five.offGrid,
    snapshots: members.map(({ snapshot }) => snapshot.id),
    founder: group[0],
  }
}

/** As a rule they come in that order already. */
const inIdOrder = (group: readonly Stated[]): readonly Stated[] =>
  group.every((next, index) => index === 0 || (group[index - 1]?.snapshot.id ?? '') < next.snapshot.id)
    ? group
    : group.toSorted((a, b) => (a.snapshot.id < b.snapshot.id ? -1 : 1))

/** The resets that a group states for a window: the anchor, those on the grid that it spans, and those off it. */
function statedOn(members: readonly Stated[], window: GridWindow, rules: Rules) {
  const all = members.flatMap(({ snapshot, resets }) => {
    const at = resets[window]
    return at === null ? [] : [{ at, snapshot: snapshot.id }]
  })
  const anchor = all[0]?.at ?? null
  const lies = ({ at }: { readonly at: Instant }) => isOn(at, anchor ?? at, window, rules)
  const reported = [...new Set(all.filter(lies).map(({ at }) => at))].toSorted((a, b) => a - b)
  return { anchor, reported, offGrid: all.filter((each) => !lies(each)) }
}

const isOn = (at: Instant, anchor: Instant, window: GridWindow, rules: Rules): boolean =>
  Math.abs(distanceToGrid(at, anchor, WINDOW_LENGTH[window])) <= rules.sameReset

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
  const near = firstIndex(reported, (each) => each >= at - rules.sameReset)
  return Math.abs((reported[near] ?? Number.POSITIVE_INFINITY) - at) <= rules.sameReset
}
