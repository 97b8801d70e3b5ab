import type { Zone } from '../../shared/time/zone.ts'
import { settledZone, usePreferences } from './preferences.ts'
import { usePlace } from './use-place.ts'

/** The zone of evidence that names none: the one tried on in the address, else the one of the settings. */
export function useZone(): Zone {
  const tried = usePlace((place) => place.zone)
  const settled = usePreferences(settledZone)
  return tried ?? settled
}
