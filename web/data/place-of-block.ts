import type { BlockedWindow } from '../../shared/analyse/report.ts'
import { placeWhen } from '../../shared/evidence/local-time.ts'
import type { When } from '../../shared/evidence/when.ts'
import { UNKNOWN_ZONE, type Zone } from '../../shared/time/zone.ts'
import type { Place } from '../state/place.ts'
import { dayInFrame, frameOf, type ClockKind } from './frame.ts'
import type { EvidencePlace } from './questions/places-question.ts'

/** Where the timeline shows a block: the day on which it began, and on which clock. Null when nothing dates it. */
export function placeOfBlock({ span, local }: BlockedWindow, zone: Zone): Partial<Place> | null {
  if (span) return placeAt(span.from, 'utc', zone)
  return local ? placeAt(local.from, 'wall', zone) : null
}

/** Where the timeline shows something else that has a time. */
export function placeOfWhen(when: When, zone: Zone): Partial<Place> | null {
  const placed = placeWhen(when, zone)
  if (placed.kind === 'span') return placeAt(placed.span.from, 'utc', zone)
  return placed.kind === 'local' && zone === UNKNOWN_ZONE ? placeAt(placed.local.wall, 'wall', zone) : null
}

/** Where the timeline shows the first of some pieces of evidence. */
export function placeOfEvidence([first]: readonly EvidencePlace[], zone: Zone): Partial<Place> | null {
  return first ? placeAt(first.span.from, first.clock, zone) : null
}

/** The address names the clock only where there are two. */
const placeAt = (at: number, clock: ClockKind, zone: Zone): Partial<Place> => ({
  view: 'timeline',
  day: dayInFrame(at, frameOf(zone, clock)),
  part: zone === UNKNOWN_ZONE ? clock : null,
})
