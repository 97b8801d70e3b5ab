import { instant } from '../time/instant.ts'
import type { Grid } from './grid.ts'
import type { Reading } from './readings.ts'
import type { Finding } from './report.ts'
import type { GridWindow, Rules } from './rules.ts'

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
export function resetDrifts(
  readings: readonly Reading[],
  window: GridWindow,
  rules: Rules,
): readonly Finding[] {
  const announced = readings.flatMap((reading) => announcedIn(reading, window, rules) ?? [])
  return announced.flatMap((each, index) => driftBetween(window, each, announced[index + 1], rules) ?? [])
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
  if (!next) return known
  const before = readings.findLast((reading) => announcedIn(reading, window, rules) !== null)
  const last = before ? announcedIn(before, window, rules) : null
  // of the last reading nothing but its being the last was known
  const kept = last && known.at(-1)?.refs[0] === last.snapshot ? known.slice(0, -1) : known
  const found = [
    last && driftBetween(window, last, next, rules),
    driftBetween(window, next, undefined, rules),
  ]
  return [...kept, ...found.filter((each) => each !== null)]
}

function driftBetween(
  window: GridWindow,
  each: Announced,
  next: Announced | undefined,
  rules: Rules,
): Finding | null {
  if (next && Math.abs(next.reset - each.reset) <= rules.sameReset) return null
  const late = each.taken - each.reset
  if (late > rules.meterLag) return drift('reset_late', window, each, late)
  const early =
    next && next.grid?.id === each.grid?.id && next.reset > each.reset ? each.reset - next.taken : 0
  return early > rules.meterLag ? drift('reset_early', window, each, early, next?.snapshot) : null
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
