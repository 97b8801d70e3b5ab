import { MINUTE } from '../time/duration.ts'

/** Never faster than this, whatever happens: the page is somebody else's service. */
export const SHORTEST_INTERVAL = MINUTE
/**
 * Never slower while all is well: the page's token lasts about 15 minutes (docs/kimi.md#console-services), and a reload
 * renews it.
 */
export const LONGEST_INTERVAL = 15 * MINUTE
export const FIRST_INTERVAL = 5 * MINUTE
/** A service that refuses is left alone for longer and longer, up to this. */
export const LONGEST_BACK_OFF = 60 * MINUTE

/** The console shows so many rows and no more (docs/kimi.md#history). */
const ROWS_SHOWN = 100
/** Look again when about so many of them are new: half a page is left to join the two by, if the pace doubles. */
const AIM = ROWS_SHOWN / 2
const SLOWER = 1.5

/** What a read showed beside the one before it. */
export interface PageRead {
  readonly rows: number
  /** Rows that the page before did not have; null where there was none before. */
  readonly fresh: number | null
  /** Since the read before, in milliseconds. */
  readonly elapsed: number
}

/**
 * How long to wait after a good read: sooner when the pages barely overlap, later when nothing happens.
 *
 *     fresh rows   0 ──────────▶ half again as long
 *                  some ───────▶ until about 50 are new at that rate, at most twice as long as now
 *                  all of them ▶ the shortest: rows were lost between the two
 */
export function nextInterval(interval: number, { rows, fresh, elapsed }: PageRead): number {
  if (fresh === null) return clamp(interval)
  if (fresh === 0) return clamp(interval * SLOWER)
  if (fresh >= rows) return SHORTEST_INTERVAL
  return clamp(Math.min((AIM / fresh) * elapsed, interval * 2))
}

const clamp = (ms: number) => Math.min(LONGEST_INTERVAL, Math.max(SHORTEST_INTERVAL, Math.round(ms)))

/** How long to wait after a failure: at least twice as long as before, and longer where the service asked for rest. */
export function backOff(interval: number, status: number | null): number {
  const rest = status === 429 || (status !== null && status >= 500) ? 5 * MINUTE : 2 * MINUTE
  return Math.min(LONGEST_BACK_OFF, Math.max(interval * 2, rest))
}
