import type { Instant } from '../time/instant.ts'
import { isReported, windowAt, type Grid } from './grid.ts'
import type { Reading } from './readings.ts'
import type { GridWindow, Rules } from './rules.ts'

/**
 * A grid has been tested when readings in different 5 h windows agree on it and none is off it. One reading alone fits
 * some grid by construction (KIMI.md 4.7), so it tests nothing.
 */
export function isTestedGrid(grid: Grid | null, readings: readonly Reading[]): boolean {
  if (!grid || grid.offGrid.length > 0) return false
  const onGrid = readings.filter((reading) => reading.grid === grid)
  const first = onGrid[0] && windowAt(grid, '5h', onGrid[0].span.from)
  return onGrid.some((reading) => windowAt(grid, '5h', reading.span.from)?.from !== first?.from)
}

/**
 * Whether a reset is sure enough to contradict something: a reading reported it; or it begins a window whose end one
 * reported (the length is fixed); or the grid has been tested.
 */
export function isCertainReset(
  grid: Grid,
  window: GridWindow,
  at: Instant,
  tested: boolean,
  rules: Rules,
): boolean {
  if (isReported(grid, window, at, rules)) return true
  const begun = windowAt(grid, window, at)
  return (begun !== null && isReported(grid, window, begun.to, rules)) || tested
}
