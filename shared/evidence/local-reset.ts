import type { Span } from '../time/span.ts'
import { UNKNOWN_ZONE, type Zone } from '../time/zone.ts'
import { whenOfLocal } from './local-time.ts'
import type { LocalReset, Meter, QuotaSnapshot } from './kinds/quota-snapshot.ts'

/** The moments in which a reset that a page printed may lie; null without its zone or year, or where its clock has no such time. */
export function localResetSpan({ text, wall, length, zone }: LocalReset): Span | null {
  if (wall === null || zone === null) return null
  const when = whenOfLocal(text, wall, length, zone)
  return when.kind === 'span' ? when.span : null
}

/** The snapshot with its printed resets under a zone that has become known; the same object where none lacks one. */
export function placeResets(snapshot: QuotaSnapshot, zone: Zone): QuotaSnapshot {
  if (zone === UNKNOWN_ZONE || !lacksZone(snapshot)) return snapshot
  const meters = snapshot.meters.map((meter) =>
    meter.reset?.kind === 'local'
      ? { ...meter, reset: { ...meter.reset, zone: meter.reset.zone ?? zone } }
      : meter,
  )
  return { ...snapshot, meters }
}

/** Whether a reset of it was printed by a clock of which nobody said the zone. */
export const lacksZone = ({ meters }: QuotaSnapshot): boolean =>
  meters.some(({ reset }) => reset?.kind === 'local' && reset.zone === null)

/** Which of two sightings of one reading to keep the meters of: those whose resets have a zone; equals by their text. */
export function betterMeters(a: QuotaSnapshot, b: QuotaSnapshot): readonly Meter[] {
  if (a.meters === b.meters || !a.meters.some(isLocal)) return a.meters
  const more = Number(lacksZone(b)) - Number(lacksZone(a))
  if (more !== 0) return more > 0 ? a.meters : b.meters
  return JSON.stringify(a.meters) <= JSON.stringify(b.meters) ? a.meters : b.meters
}

const isLocal = ({ reset }: Meter): boolean => reset?.kind === 'local'
