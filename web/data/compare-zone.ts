import { clockOf } from '../../shared/analyse/views/lanes.ts'
import { UNKNOWN_ZONE, UTC, type Zone } from '../../shared/time/zone.ts'
import type { Known } from './questions/question.ts'

/**
 * The zone whose days are laid side by side. While the zone is unknown those are the days of the clock that printed the
 * rows; where no row was printed without a zone, the days of UTC.
 */
export function zoneOfDays(known: Known): Zone {
  const { zone } = known.report
  if (zone !== UNKNOWN_ZONE) return zone
  return clockOf(known) === 'wall' ? UNKNOWN_ZONE : UTC
}
