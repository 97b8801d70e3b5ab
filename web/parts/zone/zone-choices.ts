import type { Instant } from '../../../shared/time/instant.ts'
import { offsetsInUse } from '../../../shared/time/offsets.ts'
import { offsetZone, readZone, UNKNOWN_ZONE, type KnownZone, type Zone } from '../../../shared/time/zone.ts'
import { currentZoneName } from './current-zone-name.ts'

/** Without what people leave out: `+8` is `+08`. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('_', ' ')
    .replaceAll('−', '-')
    .replace(/([+-])(\d)(?!\d)/, '$10$2')
    .trim()

/** Whether a zone is meant by what was typed: a part of its name, old or new, or of its offset. */
export function isZoneMeant(zone: string, typed: string): boolean {
  const names = isOffset(zone) ? [offsetLabel(zone)] : [zone, currentZoneName(zone)]
  return names.some((name) => plain(name).includes(plain(typed)))
}

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
  zone === UNKNOWN_ZONE ? unknown : isOffset(zone) ? offsetLabel(zone) : currentZoneName(zone)

/** True for `+05:45`, false for a name. */
export const isOffset = (zone: string): boolean => /^[+-]\d\d:\d\d$/.test(zone)
