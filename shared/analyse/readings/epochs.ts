import type { Instant } from '../../time/instant.ts'
import { intersectSpans, span, type Span } from '../../time/span.ts'
import { ALWAYS, type GridChange, type GridViews } from '../judge/grid-views.ts'
import { resetsIn, windowAt, type Grid } from './grid.ts'
import { GRID_WINDOWS, type GridWindow } from '../rules.ts'

/** A stretch in which one grid was the account's own. */
export interface Epoch {
  readonly grid: Grid
  readonly span: Span
}

/**
 * The grids of an account, one after the other; `fallback` stands for readings of several accounts. A change of plan
 * starts a new grid:
 *
 *     old  ──┬────┬────┬──                  until the change
 *     new               ├────┬────┬────┬──   from the change on
 */
export function epochsOf({ kind, views, changes }: GridViews, fallback: Grid | null): readonly Epoch[] {
  if (kind === 'mixed') return fallback ? [{ grid: fallback, span: ALWAYS }] : []
  return views.flatMap(({ grid }, index): Epoch[] => {
    if (!grid) return []
    const begun = changes[index - 1]
    const ended = changes[index]
    const next = views[index + 1]?.grid
    const from = begun ? changeAt(begun, grid) : ALWAYS.from
    return [{ grid, span: span(from, ended && next ? Math.max(from, changeAt(ended, next)) : ALWAYS.to) }]
  })
}

/**
 * The moment of a change: a new grid begins with it (docs/kimi.md#grid), so the begin of its week, or else of its 5 h
 * window, if that lies between the two readings that show the change; else the first reading of the new grid.
 */
function changeAt({ span: between, after }: GridChange, grid: Grid): Instant {
  for (const window of GRID_WINDOWS.toReversed()) {
    const begun = windowAt(grid, window, after.span.from)?.from
    if (begun !== undefined && begun >= between.from) return begun
  }
  return after.span.from
}

/** The resets of a window within a range, each on the grid of its time, ascending. A change of plan is none. */
export const resetsOn = (epochs: readonly Epoch[], window: GridWindow, range: Span): readonly Instant[] =>
  epochs.flatMap(({ grid, span: valid }) => {
    const shared = intersectSpans(range, valid)
    return shared ? resetsIn(grid, window, shared).filter((at) => at < valid.to) : []
  })

/** The grid of that moment. */
export const gridAt = (epochs: readonly Epoch[], at: number): Grid | null =>
  epochs.find(({ span: valid }) => at >= valid.from && at < valid.to)?.grid ?? null
