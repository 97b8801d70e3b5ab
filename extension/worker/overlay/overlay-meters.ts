import type { LatestMeter } from '../../../shared/analyse/views/overview.ts'
import { shareLevel } from '../../../shared/analyse/views/share-level.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { KnownZone } from '../../../shared/time/zone.ts'
import type { Wording } from '../../../shared/wording/wording.ts'
import type { OverlayMeter } from '../../messages/overlay-model.ts'
import type { OverlayWords } from './overlay-words.ts'

/** A meter in words: its share, and its next reset as a clock time and as words for the time that is left. */
export function overlayMeter(
  { window, pool, usedPercent, reset, outlook }: LatestMeter,
  now: Instant,
  zone: KnownZone,
  wording: Wording,
  words: OverlayWords,
): OverlayMeter {
  const verified = reset?.state === 'verified'
  const level = shareLevel(usedPercent ?? 0)
  return {
    name: words.meter(wording.window(window), pool),
    used: usedPercent === null ? words.noNumber : words.used(wording.usedShare(usedPercent), level),
    level,
    share: usedPercent === null ? null : Math.min(100, Math.max(0, usedPercent)),
    reset: reset && {
      at: reset.at,
      ahead: words.resetsIn,
      passed: words.resetDue(wording.resetState(verified ? 'verified' : 'due_unverified')),
      verified,
      clock: wording.times(now, zone).at(reset.at),
      exact: wording.instant(reset.at, zone),
    },
    outlook: outlook && wording.outlook(outlook, now, zone),
  }
}
