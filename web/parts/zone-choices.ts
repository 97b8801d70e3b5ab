import type { Instant } from '../../shared/time/instant.ts'
import { offsetsInUse } from '../../shared/time/offsets.ts'
import { offsetZone, readZone, UNKNOWN_ZONE, type KnownZone, type Zone } from '../../shared/time/zone.ts'

/** `+01:00` as people read it: `UTC+01:00`. */
export const offsetLabel = (offset: string): string => `UTC${offset.replace('-', '−')}`

/** Fixed offsets to choose from: every one that some clock shows at that moment, west to east. */
export const offsetChoices = (at: Instant): readonly KnownZone[] => offsetsInUse(at).map(offsetZone)

/** Names of the time zone database that this browser knows. */
export function namedZones(): readonly KnownZone[] {
  return Intl.supportedValuesOf('timeZone').flatMap((name) => {
    const zone = readZone(name)
    return zone === null || zone === UNKNOWN_ZONE ? [] : [zone]
  })
}

/** A zone as it is named to people; `unknown` is the word for one that is not known. */
export const zoneName = (zone: Zone, unknown: string): string =>
  zone === UNKNOWN_ZONE ? unknown : isOffset(zone) ? offsetLabel(zone) : zone

/** True for `+05:45`, false for a name. */
export const isOffset = (zone: string): boolean => /^[+-]\d\d:\d\d$/.test(zone)
