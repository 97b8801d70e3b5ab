import type { LocalReset } from '../../../evidence/kinds/quota-snapshot.ts'
import { DAY_OF_HOURS, HOUR, MINUTE } from '../../../time/duration.ts'
import type { Instant } from '../../../time/instant.ts'
import { readWallTime, wallTime, writeWallTime, type WallTime } from '../../../time/wall.ts'
import { offsetAt, UNKNOWN_ZONE, type Zone } from '../../../time/zone.ts'
import { plausible } from '../../plausible-time.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const CLOCK = String.raw`(?:[ ,T]*(?:at )?(\d{1,2}):(\d\d)(?::\d\d)?)?`
/** A day and perhaps a time, with or without its year: `2026-10-20`, `10-01 18:30`, `10月1日 18:30`, `Oct 20, 2026`. */
const FORMS = [
  new RegExp(String.raw`^(?:(?<y>\d{4})[-/.])?(?<m>\d{1,2})[-/.](?<d>\d{1,2})${CLOCK}$`, 'i'),
  new RegExp(String.raw`^(?:(?<y>\d{4}) ?年 ?)?(?<m>\d{1,2}) ?月 ?(?<d>\d{1,2}) ?日?${CLOCK}$`, 'i'),
  new RegExp(String.raw`^(?<m>[a-z]{3})[a-z]{0,6}\.? (?<d>\d{1,2})(?:,? (?<y>\d{4}))?${CLOCK}$`, 'i'),
]

/** A window ends within a month of its reading; clocks on earth are up to 14 hours ahead of Greenwich, and 12 behind. */
const FURTHEST = 32 * DAY_OF_HOURS
const ZONES_APART = 14 * HOUR

/**
 * Reads a reset that a page printed by its own clock. A year that it leaves out is the one in which the window can end that
 * was read at `at`; without that, it is not known, and nothing is guessed.
 */
export function readPrintedReset(printed: string, at: Instant | null, zone: Zone): LocalReset | null {
  const text = printed.trim().replace(/\s+/g, ' ')
  const match = FORMS.map((form) => form.exec(text)).find((found) => found !== null)
  const { y, m = '', d = '' } = match?.groups ?? {}
  if (!match) return null
  const month = /\d/.test(m) ? Number(m) : MONTHS.indexOf(m.toLowerCase()) + 1
  const [hour, minute] = match.slice(-2)
  const clock = hour === undefined ? '00:00' : `${hour}:${minute}`
  const inYear = (year: number) => plausible(readWallTime(`${year}/${month}/${d} ${clock}`))
  // a leap year has every day that there is
  if (inYear(y === undefined ? 2028 : Number(y)) === null) return null
  const length = hour === undefined ? DAY_OF_HOURS : MINUTE
  const wall = y === undefined ? nextAfter(inYear, length, at, zone) : inYear(Number(y))
  return { kind: 'local', text, wall, length, zone: zone === UNKNOWN_ZONE ? null : zone }
}

function nextAfter(
  inYear: (year: number) => WallTime | null,
  length: number,
  at: Instant | null,
  zone: Zone,
): WallTime | null {
  if (at === null) return null
  const [read, slack] = zone === UNKNOWN_ZONE ? [at, ZONES_APART] : [at + offsetAt(zone, at), 0]
  const year = Number(writeWallTime(wallTime(read)).slice(0, 4))
  const fitting = [year - 1, year, year + 1]
    .map(inYear)
    .filter((wall) => wall !== null)
    .filter((wall) => wall + length + slack > read && wall - slack < read + FURTHEST)
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}
