import { instant } from '../time/instant.ts'
import type { Account } from './account.ts'
import type { Grid } from './grid.ts'
import type { Finding } from './report.ts'
import { GRID_WINDOWS, type GridWindow, type Rules } from './rules.ts'

/** A reading of the time at which it was taken, with the reset that it announces. */
interface Announced {
  readonly taken: number
  readonly reset: number
  readonly snapshot: string
  readonly grid: Grid | null
}

/**
 * Resets that did not come when they had been announced: the meter still named the old one after it was due, or named
 * the next one before. What lies within the lag of a meter is no drift, and a change of the grid is another matter.
 *
 *     announced            │ due
 *     reads due  ·  ·  ·   │ ·  ·             late: by the last reading that still names it
 *     reads next           │      ·  ·
 */
export function resetDrifts({ readings }: Pick<Account, 'readings'>, rules: Rules): readonly Finding[] {
  return GRID_WINDOWS.flatMap((window) => {
    const announced = announcedIn(readings, window, rules)
    return announced.flatMap((each, index): Finding[] => {
      const next = announced[index + 1]
      if (next && Math.abs(next.reset - each.reset) <= rules.sameReset) return []
      const late = each.taken - each.reset
      if (late > rules.meterLag) return [drift('reset_late', window, each, late)]
      const early = next && next.grid === each.grid && next.reset > each.reset ? each.reset - next.taken : 0
      return early > rules.meterLag ? [drift('reset_early', window, each, early, next?.snapshot)] : []
    })
  })
}

function announcedIn(readings: Account['readings'], window: GridWindow, { meterLag }: Rules): Announced[] {
  return readings.flatMap(({ snapshot, span, basis, grid }) => {
    const reset = snapshot.meters.find(
      (meter) => meter.window === window && meter.reset?.kind === 'at',
    )?.reset
    const isDated = basis === 'stated' && span.to - span.from <= meterLag
    return isDated && reset?.kind === 'at'
      ? [{ taken: span.from, reset: reset.at, snapshot: snapshot.id, grid }]
      : []
  })
}

const drift = (
  kind: 'reset_late' | 'reset_early',
  window: GridWindow,
  { reset, snapshot }: Announced,
  by: number,
  next?: string,
): Finding => ({
  kind,
  values: {
    window: { unit: 'window', value: window },
    at: { unit: 'instant', value: instant(reset) },
    by: { unit: 'duration', value: by },
  },
  refs: next === undefined ? [snapshot] : [snapshot, next],
})
