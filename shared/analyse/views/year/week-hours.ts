import { DAY_OF_HOURS, HOUR } from '../../../time/duration.ts'
import { instant } from '../../../time/instant.ts'
import { intersectSpans, type Span } from '../../../time/span.ts'
import { offsetAt, UNKNOWN_ZONE, type Zone } from '../../../time/zone.ts'
import type { Analysis } from '../../analysis.ts'
import { blockedSpans } from '../../blocks/tally.ts'

/** An hour of the clock on one day of the week, over all weeks. */
export interface WeekHour {
  /** 0 for a Monday to 6 for a Sunday. */
  readonly weekday: number
  readonly hour: number
  readonly blockedMs: number
  /** How much of it was looked at; with nothing looked at and nothing blocked, nothing is known of it. */
  readonly observedMs: number
}

/** The 168 hours of a week, Monday 00:00 first, with what was blocked and what was looked at in all weeks of a range. */
export function weekHours({ report, derived }: Analysis, range: Span, zone: Zone): readonly WeekHour[] {
  const clock = zone === UNKNOWN_ZONE ? 'wall' : 'utc'
  const blocked = hoursOf(blockedSpans(report, clock), range, zone)
  const observed = hoursOf(derived.on(clock).coverage.observed, range, zone)
  return Array.from({ length: 7 * 24 }, (_, slot) => ({
    weekday: Math.floor(slot / 24),
    hour: slot % 24,
    blockedMs: blocked[slot] ?? 0,
    observedMs: observed[slot] ?? 0,
  }))
}

/** 1 January 1970 was a Thursday. */
const MONDAY = 3 * DAY_OF_HOURS

/** How long spans go on in each hour of the week: cut wherever the clock shows a full hour. */
function hoursOf(spans: readonly Span[], range: Span, zone: Zone): readonly number[] {
  const sums = Array.from({ length: 7 * 24 }, () => 0)
  for (const each of spans) {
    const shared = intersectSpans(each, range)
    if (!shared) continue
    for (let at: number = shared.from; at < shared.to;) {
      const wall = at + (zone === UNKNOWN_ZONE ? 0 : offsetAt(zone, instant(at)))
      const end = Math.min(shared.to, at + HOUR - (wall % HOUR))
      const slot = Math.floor(((wall + MONDAY) % (7 * DAY_OF_HOURS)) / HOUR)
      sums[slot] = (sums[slot] ?? 0) + (end - at)
      at = end
    }
  }
  return sums
}
