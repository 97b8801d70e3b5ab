import type { BlockedWindow } from '../../shared/analyse/report.ts'
import { withRoom } from '../../shared/analyse/views/range-around.ts'
import { placeWhen } from '../../shared/evidence/local-time.ts'
import type { When } from '../../shared/evidence/when.ts'
import { span, spanAround } from '../../shared/time/span.ts'
import { UNKNOWN_ZONE, type Zone } from '../../shared/time/zone.ts'
import type { Place } from '../state/place.ts'
import { dayInFrame, frameOf, type ClockKind } from './frame.ts'
import type { EvidencePlace } from './questions/places-question.ts'

/** Where the timeline shows a block: the day on which it began, and on which clock. Null when nothing dates it. */
export function placeOfBlock({ span: dated, local }: BlockedWindow, zone: Zone): Partial<Place> | null {
  if (dated) return placeAt(dated.from, 'utc', zone)
  return local ? placeAt(local.from, 'wall', zone) : null
}

/** Where the timeline shows something else that has a time. */
export function placeOfWhen(when: When, zone: Zone): Partial<Place> | null {
  const placed = placeWhen(when, zone)
  if (placed.kind === 'span') return placeAt(placed.span.from, 'utc', zone)
  return placed.kind === 'local' && zone === UNKNOWN_ZONE ? placeAt(placed.local.wall, 'wall', zone) : null
}

/** What the timeline shows to show all of some pieces of evidence, as far as they are on the clock of the first. */
export function placeOfEvidence(places: readonly EvidencePlace[], zone: Zone): Partial<Place> | null {
  const [first] = places
  const whole = spanAround(places.flatMap((each) => (each.clock === first?.clock ? [each.span] : [])))
  if (!first || !whole) return null
  const { clock } = first
  const roomy = withRoom(whole)
  return {
    ...placeAt(whole.from, clock, zone),
    day: null,
    range: span(Math.floor(roomy.from), Math.ceil(roomy.to)),
  }
}

/** The address names the clock only where there are two. */
const placeAt = (at: number, clock: ClockKind, zone: Zone): Partial<Place> => ({
  view: 'timeline',
  day: dayInFrame(at, frameOf(zone, clock)),
  part: zone === UNKNOWN_ZONE ? clock : null,
})
