import { instant } from '../../time/instant.ts'
import type { Grid } from './grid.ts'
import type { Reading } from './readings.ts'
import type { Finding } from '../report.ts'
import type { GridWindow, Rules } from '../rules.ts'

/** A reading of the time at which it was taken, with the reset that it announces. */
interface Announced {
  readonly taken: number
  readonly reset: number
  readonly snapshot: string
  readonly grid: Grid | null
}

/**
 * Resets that came before they had been announced: the meter named the next one already. What lies within the lag of a
 * meter is no drift, and a change of the grid is another matter. A reading that still names a reset which is past is told
 * as `reset_carried` (clock-lead.ts): its clock may be ahead.
 */
export function resetDrifts(
  readings: readonly Reading[],
  window: GridWindow,
  rules: Rules,
): readonly Finding[] {
  const announced = readings.flatMap((reading) => announcedIn(reading, window, rules) ?? [])
  return announced.flatMap((next, index) => {
    const each = announced[index - 1]
    return each ? (driftBetween(window, each, next, rules) ?? []) : []
  })
}

/** The drifts after one more reading, the latest of all, has been taken. */
export function resetDriftsWith(
  known: readonly Finding[],
  readings: readonly Reading[],
  latest: Reading,
  window: GridWindow,
  rules: Rules,
): readonly Finding[] {
  const next = announcedIn(latest, window, rules)
  const before = readings.findLast((reading) => announcedIn(reading, window, rules) !== null)
  const last = before ? announcedIn(before, window, rules) : null
  const found = last && next && driftBetween(window, last, next, rules)
  return found ? [...known, found] : known
}

function driftBetween(window: GridWindow, each: Announced, next: Announced, rules: Rules): Finding | null {
  if (next.grid?.id !== each.grid?.id || next.reset - each.reset <= rules.sameReset) return null
  const early = each.reset - next.taken
  if (early <= rules.meterLag) return null
  return {
    kind: 'reset_early',
    values: {
      window: { unit: 'window', value: window },
      at: { unit: 'instant', value: instant(each.reset) },
      by: { unit: 'duration', value: early },
    },
    refs: [each.snapshot, next.snapshot],
  }
}

function announcedIn(
  { snapshot, span, basis, grid }: Reading,
  window: GridWindow,
  { meterLag }: Rules,
): Announced | null {
  const reset = snapshot.meters.find((meter) => meter.window === window && meter.reset?.kind === 'at')?.reset
  const isDated = basis === 'stated' && span.to - span.from <= meterLag
  return isDated && reset?.kind === 'at'
    ? { taken: span.from, reset: reset.at, snapshot: snapshot.id, grid }
    : null
}
