import type { LatestMeter } from '../../shared/analyse/overview.ts'
import { DAY_OF_HOURS, HOUR, MINUTE } from '../../shared/time/duration.ts'
import { formatClock, formatOffset, formatWall } from '../../shared/time/format.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { KnownZone } from '../../shared/time/zone.ts'
import type { Wording } from '../../shared/wording/wording.ts'
import type { OverlayMeter } from '../messages/overlay-model.ts'
import type { OverlayWords } from './overlay-words.ts'

/** A meter in words: its share, and its next reset as a length of time and as a clock time. */
export function overlayMeter(
  { window, pool, usedPercent, reset }: LatestMeter,
  now: Instant,
  zone: KnownZone,
  wording: Wording,
  words: OverlayWords,
): OverlayMeter {
  const due = reset !== null && reset.at <= now
  return {
    name: words.meter(wording.window(window), pool),
    used: usedPercent === null ? words.noNumber : words.used(wording.percent(usedPercent)),
    share: usedPercent === null ? null : Math.min(100, Math.max(0, usedPercent)),
    reset: reset && (due ? words.resetDue(wording.resetState(reset.state)) : resetsIn(reset.at)),
    resetAt: reset && resetClock(reset.at, now, zone),
    due: due && reset.state === 'due_unverified',
  }

  function resetsIn(at: Instant): string {
    const unit = at - now < DAY_OF_HOURS ? MINUTE : HOUR // minutes of a week's countdown are noise
    return words.resetsIn(wording.duration(Math.ceil((at - now) / unit) * unit))
  }
}

/** The clock with its offset; the day too where it is not within a day from now, and the year where it is another one. */
function resetClock(at: Instant, now: Instant, zone: KnownZone): string {
  const date = formatWall(at, zone).slice(0, 10)
  const sameYear = date.slice(0, 4) === formatWall(now, zone).slice(0, 4)
  const day = Math.abs(at - now) < DAY_OF_HOURS ? '' : `${sameYear ? date.slice(5) : date} `
  return `${day}${formatClock(at, zone).slice(0, 5)} ${formatOffset(at, zone)}`
}
