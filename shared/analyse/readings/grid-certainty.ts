import type { Instant } from '../../time/instant.ts'
import { later } from '../../time/instant.ts'
import { span, spanCovers, type Span } from '../../time/span.ts'
import { windowAt, type Grid } from './grid.ts'
import { isOnGrid, type Reading } from './readings.ts'
import type { GridWindow } from '../rules.ts'

/** From when to when the resets of a window are sure enough to contradict something; null: nowhere. */
export type GridReach = Readonly<Record<GridWindow, Span | null>>

/**
 * Where a grid is known to hold. A plan, and with it the grid, may change at any time, so what lies outside its readings
 * is a guess:
 *
 *     week     ├─────────────────────────────┤        the week that holds the first reading began under this grid
 *     5 h              ├────┼────┼────┤               first to last reading, each with its whole window
 *                        r1        r2
 *     reach 5 h├──────────────────────┤               a tested grid: since the week began; else only r1's own window
 *
 * A grid is tested when readings in different 5 h windows agree on it and none is off it: one reading alone fits some
 * grid by construction (docs/kimi.md#grid).
 */
export function gridReach(grid: Grid | null, readings: readonly Reading[]): GridReach {
  const isOwn = (reading: Reading) => grid !== null && isOnGrid(reading, grid)
  const first = readings.find(isOwn)
  const last = readings.findLast(isOwn)
  if (!grid || !first || !last) return { '5h': null, '7d': null }
  const held = (window: GridWindow) => hull(grid, window, first, last)
  const five = held('5h')
  const week = held('7d')
  const tested = grid.offGrid.length === 0 && five !== null && spreads(grid, first, last)
  if (tested) return { '5h': week ? span(Math.min(week.from, five.from), five.to) : five, '7d': week }
  return {
    '5h': five && windowAt(grid, '5h', first.span.from),
    '7d': week && windowAt(grid, '7d', first.span.from),
  }
}

/** The windows of the first and the last reading, and all between. */
function hull(grid: Grid, window: GridWindow, first: Reading, last: Reading): Span | null {
  const begun = windowAt(grid, window, first.span.from)
  const ended = windowAt(grid, window, last.span.from)
  return begun && ended ? span(begun.from, ended.to) : null
}

/** In different 5 h windows; a reading that may lie in either of two counts by where it begins. */
const spreads = (grid: Grid, first: Reading, last: Reading): boolean =>
  windowAt(grid, '5h', first.span.from)?.from !== windowAt(grid, '5h', last.span.from)?.from

/** Whether a reset lies where its grid is known to hold; both edges count, since a window is fresh at its begin. */
export const isCertainReset = (reach: GridReach, window: GridWindow, at: Instant): boolean => {
  const sure = reach[window]
  return sure !== null && spanCovers(sure, span(at, at))
}

/** Whether a window as a whole lies where its grid is known to hold, so that nothing was reset inside it. */
export const isCertainWindow = (reach: GridReach, window: GridWindow, held: Span): boolean => {
  const sure = reach[window]
  return sure !== null && spanCovers(sure, span(held.from, later(held.to, 0)))
}
