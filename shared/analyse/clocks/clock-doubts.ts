import { HOUR } from '../../time/duration.ts'
import { span, type Span } from '../../time/span.ts'
import type { ClockLag } from './clock-lag.ts'
import type { Frame } from './placed-records.ts'
import type { Rules } from '../rules.ts'

/** A stretch of days on which a clock that dated captures or readings was off, and by how much at most, in milliseconds. */
export interface ClockDoubt {
  readonly during: Span
  readonly by: number
}

/**
 * When the clocks of machines are known to be off: on the day of each capture and reading that shows it. Days that touch are
 * one stretch, with the most that was seen on any of them. Sorted by time.
 *
 *     shown to be off        5 min         20 min                         3 min
 *     in doubt        ├── by 20 min ──────────────────┤          ├── by 3 min ──┤
 *
 * On a wall clock of an unknown zone, such a day is as much longer as zones are apart from UTC.
 */
export function clockDoubts(
  lags: readonly ClockLag[],
  clock: Frame['clock'],
  { sameDay, logClock }: Rules,
): readonly ClockDoubt[] {
  const reach = clock === 'utc' ? sameDay : sameDay + FARTHEST_ZONE
  const doubts: ClockDoubt[] = []
  for (const { at, lag } of lags) {
    if (lag <= logClock.tolerated) continue
    const day = span(at - reach, at + reach)
    const last = doubts.at(-1)
    if (last && day.from <= last.during.to)
      doubts[doubts.length - 1] = { during: span(last.during.from, day.to), by: Math.max(last.by, lag) }
    else doubts.push({ during: day, by: lag })
  }
  return doubts
}

/** No zone is further from UTC than Kiritimati's. */
const FARTHEST_ZONE = 14 * HOUR
