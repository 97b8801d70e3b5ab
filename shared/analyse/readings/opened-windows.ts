import type { QuotaSnapshot } from '../../evidence/kinds/quota-snapshot.ts'
import type { Instant } from '../../time/instant.ts'
import type { Grid } from './grid.ts'
import { WINDOW_LENGTH, type Rules } from '../rules.ts'

/** Readings whose 5 h windows may each have been opened by the first call after the one before. */
export interface OpenedWindows {
  /** All readings on one grid, on which no reset of a 5 h window can be inferred. */
  readonly grid: Grid
  /** Readings show that no window was open in between; else they may be of several accounts as well. */
  readonly isShown: boolean
}

/**
 * Plans of ratio pools seem to open a 5 h window with the first call after the last one (docs/kimi.md#grid), so that
 * their resets lie on no grid, but never before a whole window after the last:
 *
 *     opened at first use   ├── 5 h ──┤   ○  ├── 5 h ──┤ ○ ├── 5 h ──┤      ○ a reading of nothing used, without a reset
 *     two accounts          ├── 5 h ──┤
 *                              ├── 5 h ──┤                                  they overlap
 *
 * Null where the resets lie on one grid, or where their windows overlap.
 */
export function openedWindows(
  snapshots: readonly QuotaSnapshot[],
  grids: readonly Grid[],
  rules: Rules,
): OpenedWindows | null {
  const [first] = grids
  if (!first || (grids.length < 2 && first.offGrid.length === 0)) return null
  // of grids that state a week, the weeks tell accounts apart
  if (grids.length > 1 && grids.some(({ anchors }) => anchors['7d'] !== null)) return null
  const resets = [...new Set(grids.flatMap(resetsOf))].toSorted((a, b) => a - b)
  const length = WINDOW_LENGTH['5h']
  const gaps = resets.slice(1).flatMap((next, index) => {
    const last = resets[index] ?? next
    return next - last <= rules.sameReset ? [] : [{ from: last, to: next - length }]
  })
  if (gaps.length === 0 || gaps.some(({ from, to }) => to < from - rules.sameReset)) return null
  const idle = snapshots.filter(isIdle).flatMap(({ when }) => (when.kind === 'span' ? [when.span.from] : []))
  return {
    grid: {
      ...first,
      anchors: { '5h': null, '7d': first.anchors['7d'] },
      reported: { '5h': resets, '7d': first.reported['7d'] },
      offGrid: [],
      snapshots: grids.flatMap((grid) => grid.snapshots).toSorted(),
    },
    isShown: idle.some((at) => gaps.some(({ from, to }) => at >= from && at <= to)),
  }
}

const resetsOf = ({ reported, offGrid }: Grid): readonly Instant[] => [
  ...reported['5h'],
  ...offGrid.map(({ at }) => at),
]

/** It states that nothing of the 5 h window is used, and no reset of it. */
const isIdle = ({ meters }: QuotaSnapshot): boolean => {
  const five = meters.filter(({ window }) => window === '5h')
  return five.length > 0 && five.every(({ usedPercent, reset }) => usedPercent === 0 && reset === null)
}
