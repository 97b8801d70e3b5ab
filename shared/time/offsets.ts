import { DAY_OF_HOURS } from './duration.ts'
import { instant, type Instant } from './instant.ts'
import type { WallTime } from './wall.ts'
import { offsetAt, type KnownZone } from './zone.ts'

/**
 * One zone for each set of rules in force, so that asking all of them gives every UTC offset in use at a moment
 * (after the IANA time zone database, 2026; `Etc/GMT+12` stands for ships and uninhabited islands at -12:00).
 */
const ZONES_OF_ALL_RULES = `
  Etc/GMT+12 Pacific/Pago_Pago Pacific/Honolulu America/Adak Pacific/Marquesas Pacific/Gambier America/Anchorage
  Pacific/Pitcairn America/Los_Angeles America/Phoenix America/Denver America/Guatemala America/Chicago Pacific/Easter
  America/Bogota America/New_York America/Havana America/Caracas America/Halifax America/Santiago America/Asuncion
  America/St_Johns America/Sao_Paulo America/Miquelon America/Noronha America/Nuuk Atlantic/Azores Atlantic/Cape_Verde
  Africa/Abidjan Europe/London Africa/Casablanca Africa/Lagos Europe/Berlin Africa/Johannesburg Europe/Athens
  Africa/Cairo Asia/Jerusalem Asia/Beirut Europe/Moscow Asia/Tehran Asia/Dubai Asia/Kabul Asia/Karachi Asia/Kolkata
  Asia/Kathmandu Asia/Dhaka Asia/Yangon Asia/Bangkok Asia/Shanghai Australia/Eucla Asia/Tokyo Australia/Darwin
  Australia/Adelaide Australia/Brisbane Australia/Sydney Australia/Lord_Howe Pacific/Noumea Pacific/Norfolk
  Pacific/Fiji Pacific/Auckland Pacific/Chatham Pacific/Tongatapu Pacific/Kiritimati`
  .trim()
  .split(/\s+/) as KnownZone[]

/** Every UTC offset that some clock shows at that moment, in milliseconds, ascending. */
export function offsetsInUse(at: Instant): readonly number[] {
  return [...new Set(ZONES_OF_ALL_RULES.map((zone) => offsetAt(zone, at)))].toSorted((a, b) => a - b)
}

/** No zone puts its clocks forth and back within this: the shortest stretch is Morocco's, a month of Ramadan. */
const CHANGED_ONCE = 28 * DAY_OF_HOURS

/**
 * Whether no clock anywhere was changed between two times on a wall, however far that wall is from Greenwich: true only
 * where that is certain, so never for times more than four weeks apart.
 */
export function clocksStay(from: WallTime, to: WallTime): boolean {
  if (to - from > CHANGED_ONCE) return false
  return offsetsOnDay(dayNumber(from) - 1) === offsetsOnDay(dayNumber(to) + 2)
}

/**
 * Every UTC offset, in milliseconds and ascending, that a clock may have shown when it showed that time. On days on which
 * some clocks are changed these are the offsets before and after.
 */
export function offsetsOnWall(wall: WallTime): readonly number[] {
  const day = dayNumber(wall)
  const all = [day - 1, day + 2].flatMap((each) => offsetsInUse(instant(each * DAY_OF_HOURS)))
  return [...new Set(all)].toSorted((a, b) => a - b)
}

const dayNumber = (wall: WallTime): number => Math.floor(wall / DAY_OF_HOURS)

/** The offsets of all rules as that day of UTC begins, as one text to compare. */
const offsetsOnDay = (day: number): string =>
  ZONES_OF_ALL_RULES.map((zone) => offsetAt(zone, instant(day * DAY_OF_HOURS))).join(' ')
