import type { ErrorObservation } from '../../evidence/kinds/error-observation.ts'
import { intersectSpans, span, spansOverlap, type Span } from '../../time/span.ts'
import { gridReach, type GridReach } from '../readings/grid-certainty.ts'
import { windowAt, type Grid } from '../readings/grid.ts'
import { indexMeters, type MeterIndex } from '../readings/meter-index.ts'
import { isOnGrid, type Reading } from '../readings/readings.ts'
import type { Rules } from '../rules.ts'

/** Before and after everything that can be meant. */
export const ALWAYS = span(-8.64e15, 8.64e15)

/** The readings of one grid, and from when to when it can have been the account's own. */
export interface GridView {
  readonly grid: Grid | null
  /** Sorted by time. */
  readonly readings: readonly Reading[]
  readonly meters: MeterIndex
  readonly reach: GridReach
  /** Null: all the time. */
  readonly valid: Span | null
}

/** A grid gave way to another: some time between the last reading of the one and the first of the other. */
export interface GridChange {
  readonly span: Span
  readonly before: Reading
  readonly after: Reading
}

/**
 * How the grids of one input lie to each other.
 *
 * - `one`: there is one grid, or none.
 * - `chosen`: refusals were pasted with readings of one of them only: that one is asked about, whatever the others are.
 * - `successive`: one after the other, each begun after the last reading of the one before: a change of plan or
 *   subscription.
 * - `mixed`: readings of several accounts, among each other or one after the other, and nothing says which one the rows
 *   are of.
 */
export interface GridViews {
  readonly kind: 'one' | 'chosen' | 'successive' | 'mixed'
  readonly views: readonly GridView[]
  readonly changes: readonly GridChange[]
}

/** `opened`: the one grid that all may lie on as well, if windows open at first use. */
export function viewsOf(
  placed: readonly Reading[],
  grids: readonly Grid[],
  errors: readonly ErrorObservation[],
  rules: Rules,
  opened: Grid | null = null,
): GridViews {
  const view = (grid: Grid | null, readings: readonly Reading[], valid: Span | null): GridView => ({
    grid,
    readings,
    meters: indexMeters(readings, rules),
    reach: clipReach(gridReach(grid, readings), valid),
    valid,
  })
  if (grids.length < 2) return oneView(grids[0] ?? null, placed, indexMeters(placed, rules))
  const of = (grid: Grid) => placed.filter((reading) => isOnGrid(reading, grid))
  const refused = new Set(errors.map(({ readWith }) => readWith))
  const asked = grids.filter((grid) => of(grid).some(({ snapshot }) => refused.has(snapshot.id)))
  const [chosen] = asked
  if (chosen && asked.length === 1)
    return { kind: 'chosen', views: [view(chosen, of(chosen), null)], changes: [] }
  const all = grids
    .map((grid) => ({ grid, readings: of(grid) }))
    .filter(({ readings }) => readings.length > 0)
  const inOrder = all.toSorted((a, b) => startOf(a.readings) - startOf(b.readings))
  const changes = changesBetween(inOrder)
  if (!changes) {
    const views = all.map((each) => view(each.grid, each.readings, null))
    // or they are of one account, whose windows open at first use
    return { kind: 'mixed', views: opened ? [...views, view(opened, placed, null)] : views, changes: [] }
  }
  const views = inOrder.map(({ grid, readings }, index) => {
    const from = changes[index - 1]?.span.from ?? ALWAYS.from
    const to = changes[index]?.span.to ?? ALWAYS.to
    return view(grid, readings, span(from, to))
  })
  return { kind: 'successive', views, changes }
}

/** The views where there is one grid, or none. */
export const oneView = (grid: Grid | null, readings: readonly Reading[], meters: MeterIndex): GridViews => ({
  kind: 'one',
  views: [{ grid, readings, meters, reach: gridReach(grid, readings), valid: null }],
  changes: [],
})

/** After a change of plan the resets that the old grid would have had never came. */
const clipReach = (reach: GridReach, valid: Span | null): GridReach =>
  valid === null
    ? reach
    : {
        '5h': reach['5h'] && intersectSpans(reach['5h'], valid),
        '7d': reach['7d'] && intersectSpans(reach['7d'], valid),
      }

const startOf = (readings: readonly Reading[]): number => readings[0]?.span.from ?? 0

interface GridReadings {
  readonly grid: Grid
  readonly readings: readonly Reading[]
}

/** Between which readings one grid gave way to the next; null where not every grid can have followed from the one before. */
function changesBetween(inOrder: readonly GridReadings[]): readonly GridChange[] | null {
  const changes: GridChange[] = []
  for (const [index, { grid, readings }] of inOrder.slice(1).entries()) {
    const before = inOrder[index]?.readings.at(-1)
    const [after] = readings
    if (!before || !after || !hasBegunBetween(grid, before, after)) return null
    changes.push({ span: span(before.span.from, after.span.to), before, after })
  }
  return changes
}

/**
 * A new grid begins with the change, and with it its first week (docs/kimi.md#grid):
 *
 *     old grid    ──r──r──┤
 *     a change               ├─ week ──r──r──
 *     another account    ├─ week ──────r──r──      its week is older than the last reading of the old grid
 *
 * Readings that merely come later show no change: of two accounts in one input, too, one may be read after the other.
 * Where no week is stated nothing tells the two apart, since a 5 h window of any account begins every five hours.
 */
function hasBegunBetween(grid: Grid, before: Reading, after: Reading): boolean {
  const week = windowAt(grid, '7d', after.span.from)
  return week !== null && before.span.to <= after.span.from && before.span.to <= week.from
}

/** The views that may be the account's own over a stretch of time: a verdict on it has to hold under each of them. */
export function viewsFor({ kind, views }: GridViews, range: Span): readonly GridView[] {
  if (kind !== 'successive') return views
  return views.filter(({ valid }) => valid === null || spansOverlap(valid, range))
}
