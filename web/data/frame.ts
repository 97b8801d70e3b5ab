import { dayOf, daySpan, type Day } from '../../shared/time/day.ts'
import { formatClock } from '../../shared/time/format.ts'
import { instant, type Instant } from '../../shared/time/instant.ts'
import type { Span } from '../../shared/time/span.ts'
import { UNKNOWN_ZONE, UTC, type KnownZone, type Zone } from '../../shared/time/zone.ts'

export type ClockKind = 'wall' | 'utc'

/**
 * On which clock a page shows its times. With a known zone that is the zone's clock. With an unknown zone there are
 * two that must not be mixed: times that were printed without a zone, shown as they were printed (`wall`), and times
 * that are known in UTC, shown in UTC.
 */
export interface Frame {
  readonly wall: boolean
  readonly zone: KnownZone
}

export function frameOf(zone: Zone, clock: ClockKind): Frame {
  if (zone !== UNKNOWN_ZONE) return { wall: false, zone }
  return { wall: clock === 'wall', zone: UTC }
}

/** `16:18:57`, for a place that names day and zone beside it. */
export const clockText = (at: Instant, { zone }: Frame): string => formatClock(at, zone)

/** `16:18`; for axes. */
export const minuteText = (at: Instant, frame: Frame): string => clockText(at, frame).slice(0, 5)

/** `16:18:57–17:22:28`, for a place that names day and zone beside it. */
export const rangeText = ({ from, to }: Span, frame: Frame): string =>
  `${clockText(from, frame)}–${clockText(to, frame)}`

/** A day's stretch on the clock of the frame. */
export const spanOfDay = (day: Day, { zone }: Frame): Span => daySpan(day, zone)

/** The day that the clock of the frame shows at a moment of that frame. */
export const dayInFrame = (at: number, { zone }: Frame): Day => dayOf(instant(at), zone)
