import type { BlockedWindow } from '../analyse/report.ts'
import type { Language } from '../time/format.ts'
import type { Instant } from '../time/instant.ts'
import { readableRange, readableTime } from '../time/readable-time.ts'
import { wallTime, type WallTime } from '../time/wall.ts'
import { offsetAt, UNKNOWN_ZONE, type Zone } from '../time/zone.ts'
import type { Say } from './say.ts'
import { zoneToShow } from './span-text.ts'

/** Times as a person would say them, seen from `now`: the day is left out where it is today. */
export interface ReadableTimes {
  readonly at: (at: Instant) => string
  readonly range: (from: Instant, to: Instant) => string
  readonly wallAt: (at: WallTime) => string
  readonly wallRange: (from: WallTime, to: WallTime) => string
  /** The same without saying that the zone is not known; for where that is said beside it. */
  readonly bareWallRange: (from: WallTime, to: WallTime) => string
  /** When a block or a part of one was; where no end has been seen, since when. */
  readonly stretch: (stretch: Stretch) => string
}

type Stretch = Pick<BlockedWindow, 'span' | 'local' | 'open'>

/** `zone` unknown: instants are shown in UTC and say so. */
export function readableTimes(now: Instant, zone: Zone, language: Language, say: Say): ReadableTimes {
  const shown = zoneToShow(zone)
  const onWall = (at: Instant) => wallTime(at + offsetAt(shown, at))
  const today = onWall(now)
  const named = (text: string) => (zone === UNKNOWN_ZONE ? `${text} UTC` : text)
  const local = (range: string) => say('when', 'local', { range })
  const at = (moment: Instant) => named(readableTime(onWall(moment), today, language))
  const range = (from: Instant, to: Instant) =>
    named(readableRange(onWall(from), onWall(to), today, language))
  const wallAt = (moment: WallTime) => local(readableTime(moment, null, language))
  const bareWallRange = (from: WallTime, to: WallTime) => readableRange(from, to, null, language)
  const wallRange = (from: WallTime, to: WallTime) => local(bareWallRange(from, to))
  const stretch = ({ span, local: shownAs, open }: Stretch) => {
    if (span) return open ? at(span.from) : range(span.from, span.to)
    if (shownAs) return open ? wallAt(shownAs.from) : wallRange(shownAs.from, shownAs.to)
    return say('when', 'undated')
  }
  return { at, range, wallAt, wallRange, bareWallRange, stretch }
}
