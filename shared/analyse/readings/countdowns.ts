import type { QuotaSnapshot } from '../../evidence/kinds/quota-snapshot.ts'
import type { Instant } from '../../time/instant.ts'
import { intersectSpans, span, type Span } from '../../time/span.ts'
import { resetsIn, type Grid } from './grid.ts'
import { GRID_WINDOWS, WINDOW_LENGTH, type GridWindow, type Rules } from '../rules.ts'

interface Countdown {
  readonly window: GridWindow
  readonly min: number
  readonly max: number
}

/**
 * Finds when a panel was read that only counts down ("resets in 3h 43m"). Against a reset R, a countdown of at least
 * `min` and less than `max` was read in (R − max, R − min]. All countdowns of one panel must be read at one time:
 *
 *     weekly   R7 ─ 5d 16h 43m   ──────────┤16:36:45 … 16:37:45├
 *     5 h      R5 ─ 3h 43m            ─────┤16:36:45 … 16:37:45├        they agree: that is the time
 *
 * The weekly countdown alone leaves one candidate a week; the 5 h countdown strikes out four of five of them, since
 * 168 h is not a multiple of 5 h. A candidate on a reset that a reading reported wins over the inferred ones, also over
 * those of another grid: within its reach of a month, nearly every grid has some week that fits. Null where no grid, or
 * more than one grid or time, fits: then nothing is said.
 */
export function placeByCountdowns(
  snapshot: QuotaSnapshot,
  grids: readonly Grid[],
  now: Instant,
  rules: Rules,
): { readonly span: Span; readonly grid: Grid } | null {
  const countdowns = countdownsOf(snapshot)
  if (new Set(countdowns.map(({ window }) => window)).size < GRID_WINDOWS.length) return null
  const fits = grids.flatMap((grid) =>
    candidatesOn(grid, countdowns, now, rules).map((candidate) => ({ grid, ...candidate })),
  )
  const reported = fits.filter((candidate) => candidate.reported)
  const [best, second] = reported.length > 0 ? reported : fits
  return best && !second ? { span: best.span, grid: best.grid } : null
}

function countdownsOf(snapshot: QuotaSnapshot): readonly Countdown[] {
  return snapshot.meters.flatMap(({ window, reset }) =>
    reset?.kind === 'in' && (window === '5h' || window === '7d')
      ? [{ window, min: reset.min, max: reset.max }]
      : [],
  )
}

interface Candidate {
  readonly span: Span
  readonly reported: boolean
}

function candidatesOn(
  grid: Grid,
  countdowns: readonly Countdown[],
  now: Instant,
  rules: Rules,
): readonly Candidate[] {
  const [weekly, ...others] = countdowns.toSorted((a, b) => (a.window < b.window ? 1 : -1))
  const reported = weekly ? grid.reported[weekly.window] : []
  const first = reported[0]
  const last = reported.at(-1)
  if (!weekly || first === undefined || last === undefined) return []
  const reach = span(first - rules.countdownReach, last + rules.countdownReach)
  return resetsIn(grid, weekly.window, reach).flatMap((reset) => {
    const read = others.reduce<Span | null>(
      (range, countdown) => range && narrow(range, grid, countdown),
      readBefore(reset, weekly),
    )
    return read && read.from <= now ? [{ span: read, reported: reported.includes(reset) }] : []
  })
}

/** (reset − max, reset − min] in half-open form. */
const readBefore = (reset: number, { min, max }: Countdown): Span => span(reset - max + 1, reset - min + 1)

function narrow(range: Span, grid: Grid, countdown: Countdown): Span | null {
  const window = WINDOW_LENGTH[countdown.window]
  const near = span(range.from, range.to + window + countdown.max)
  for (const reset of resetsIn(grid, countdown.window, near)) {
    const shared = intersectSpans(range, readBefore(reset, countdown))
    if (shared) return shared
  }
  return null
}
