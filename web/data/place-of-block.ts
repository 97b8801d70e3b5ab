import type { BlockedWindow } from '../../shared/analyse/report.ts'
import { UNKNOWN_ZONE, type Zone } from '../../shared/time/zone.ts'
import type { Place } from '../state/place.ts'
import { dayInFrame, frameOf } from './frame.ts'

/** Where the timeline shows a block: the day on which it began, and on which clock. Null when nothing dates it. */
export function placeOfBlock({ span, local }: BlockedWindow, zone: Zone): Partial<Place> | null {
  if (span)
    return { view: 'timeline', day: dayInFrame(span.from, frameOf(zone, 'utc')), part: partOf(zone, 'utc') }
  if (local)
    return {
      view: 'timeline',
      day: dayInFrame(local.from, frameOf(zone, 'wall')),
      part: partOf(zone, 'wall'),
    }
  return null
}

/** The address names the clock only where there are two. */
const partOf = (zone: Zone, clock: 'utc' | 'wall'): string | null => (zone === UNKNOWN_ZONE ? clock : null)
