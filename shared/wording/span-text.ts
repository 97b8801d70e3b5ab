import { formatOffset, formatWall } from '../time/format.ts'
import { SECOND } from '../time/duration.ts'
import { spanLength, type Span } from '../time/span.ts'
import { writeWallTime, type WallTime } from '../time/wall.ts'
import { UNKNOWN_ZONE, UTC, type KnownZone, type Zone } from '../time/zone.ts'

/** Instants are known in UTC even where the zone of the reader is not; then they are shown in UTC, and say so. */
export const zoneToShow = (zone: Zone): KnownZone => (zone === UNKNOWN_ZONE ? UTC : zone)

/**
 * `2026-03-02 16:18:57–17:22:28 +01:00`: the date only once where it is the same, and the offset only once unless
 * clocks were changed in between. A stretch of a second or less is one moment.
 */
export function spanText({ from, to }: Span, zone: Zone): string {
  const shown = zoneToShow(zone)
  if (spanLength({ from, to }) <= SECOND) return `${formatWall(from, shown)} ${formatOffset(from, shown)}`
  const [a, b] = [formatWall(from, shown), formatWall(to, shown)]
  const [before, after] = [formatOffset(from, shown), formatOffset(to, shown)]
  return before === after ? `${wallRange(a, b)} ${before}` : `${a} ${before} – ${b} ${after}`
}

/** `2026-03-02 16:18:57–17:22:28`, as the wall clock showed it. */
export const wallSpanText = (from: WallTime, to: WallTime): string =>
  wallRange(writeWallTime(from), writeWallTime(to))

function wallRange(from: string, to: string): string {
  if (from === to) return from
  const sameDay = from.slice(0, 10) === to.slice(0, 10)
  return sameDay ? `${from}–${to.slice(11)}` : `${from} – ${to}`
}
