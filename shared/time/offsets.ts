import { DAY_OF_HOURS, HOUR, MINUTE } from './duration.ts'
import { instant, type Instant } from './instant.ts'
import type { WallTime } from './wall.ts'
import { offsetAt, type KnownZone } from './zone.ts'

/**
 * One zone for each set of rules in force: together they cover every UTC offset in use at a moment
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

/** Every UTC offset in use anywhere at that moment, in milliseconds, ascending. */
export function offsetsInUse(at: Instant): readonly number[] {
  return [...new Set(ZONES_OF_ALL_RULES.map((zone) => offsetAt(zone, at)))].toSorted((a, b) => a - b)
}

/** No zone changes its clocks twice within this: the shortest interval is Morocco's, a month of Ramadan. */
const CHANGED_ONCE = 28 * DAY_OF_HOURS

/**
 * Whether no zone changed its offset between two wall times, whatever zone they belong to. True only if that is certain,
 * so never for times more than four weeks apart.
 */
export function hasNoTransition(from: WallTime, to: WallTime): boolean {
  if (to - from > CHANGED_ONCE) return false
  return offsetsOnDay(dayNumber(from) - 1) === offsetsOnDay(dayNumber(to) + 2)
}

/**
 * Whether a zone with `offset` (ms ahead of UTC) may have changed its offset between two of its wall times, or within two
 * hours of them.
 */
export function mayHaveTransition(offset: number, from: WallTime, to: WallTime): boolean {
  if (hasNoTransition(from, to)) return false
  if (to - from > CHANGED_ONCE) return true
  return ZONES_OF_ALL_RULES.some((zone) => {
    const change = changeBetween(zone, dayNumber(from) - 1, dayNumber(to) + 2)
    if (!change || !change.offsets.includes(offset)) return false
    return change.at > from - offset - 2 * HOUR && change.at < to - offset + 2 * HOUR
  })
}

/** The transition of the zone between the starts of two UTC days, to the quarter hour. */
function changeBetween(zone: KnownZone, fromDay: number, toDay: number) {
  const offset = (at: number) => offsetAt(zone, instant(at))
  let [low, high] = [fromDay * DAY_OF_HOURS, toDay * DAY_OF_HOURS]
  const offsets = [offset(low), offset(high)] as const
  if (offsets[0] === offsets[1]) return null
  while (high - low > QUARTER) {
    const middle = low + Math.floor((high - low) / 2 / QUARTER) * QUARTER
    if (offset(middle) === offsets[0]) low = middle
    else high = middle
  }
  return { at: high, offsets }
}

/** Clocks are changed on a quarter hour of UTC. */
const QUARTER = 15 * MINUTE

/**
 * Every UTC offset, in milliseconds and ascending, that a clock may have had when it showed that time. On days on which
 * some clocks are changed these are the offsets before and after.
 */
export function offsetsOnWall(wall: WallTime): readonly number[] {
  const day = dayNumber(wall)
  const all = [day - 1, day + 2].flatMap((each) => offsetsInUse(instant(each * DAY_OF_HOURS)))
  return [...new Set(all)].toSorted((a, b) => a - b)
}

const dayNumber = (wall: WallTime): number => Math.floor(wall / DAY_OF_HOURS)

const MEMO_LIMIT = 4096
const memo = new Map<number, string>()

/** The offsets of all zones at the start of that UTC day, as one string to compare. */
function offsetsOnDay(day: number): string {
  const known = memo.get(day)
  if (known !== undefined) return known
  if (memo.size >= MEMO_LIMIT) memo.clear()
  const text = ZONES_OF_ALL_RULES.map((zone) => offsetAt(zone, instant(day * DAY_OF_HOURS))).join(' ')
  memo.set(day, text)
  return text
}
