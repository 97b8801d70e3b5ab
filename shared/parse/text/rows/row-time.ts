import { instant, readInstant, type Instant } from '../../../time/instant.ts'
import { HOUR, MINUTE, SECOND } from '../../../time/duration.ts'
import { readWallTime, wallTime, type WallTime } from '../../../time/wall.ts'
import { plausible } from '../../plausible-time.ts'

/** The time of a row. */
export interface RowMoment {
  readonly text: string
  /** What the clock on the wall showed, cut to the second; null when there is no such day or hour. */
  readonly wall: WallTime | null
  /** The beginning of its second, where the text gives a zone with it. */
  readonly instant: Instant | null
}

/** The same, and where it stands in its line. */
export interface RowTime extends RowMoment {
  readonly from: number
  readonly to: number
}

// 2026/03/02 17:25:14 · 2026-06-12 08:10:18 · 2026-06-12T00:10:18Z · a single digit for month, day or hour
const TIME = /(?<![\d:/-])\d{4}([-/])\d{1,2}\1\d{1,2}[ T]+\d{1,2}:\d\d:\d\d(?![\d:])(?:[.,]\d{1,9})?/
const OFFSET = /^ ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d)(?![\w:])/

/** `2026-1-1 0:00:00`: no time is shorter. */
const SHORTEST = 16

/**
 * Finds the first whole time in a line, to the second; the table has printed both date formats
 * (docs/kimi.md#history-table).
 */
export function findRowTime(line: string): RowTime | null {
  if (line.length < SHORTEST) return null
  const plain = plainTime(line)
  if (plain) return plain
  const match = TIME.exec(line)
  if (!match) return null
  const text = match[0]
  const from = match.index
  const wall = plausible(readWallTime(text.replace(/[ T]+/, ' ')))
  const offset = OFFSET.exec(line.slice(from + text.length))?.[0] ?? ''
  const to = from + text.length + offset.length
  const second = wall === null ? null : wallTime(Math.floor(wall / SECOND) * SECOND)
  return {
    text: text + offset,
    wall: second,
    instant: offset === '' ? null : instantOf(text, offset),
    from,
    to,
  }
}

const two = (digits: string) => digits.padStart(2, '0')

function instantOf(text: string, offset: string): Instant | null {
  const [, year = '', month = '', day = '', hour = '', rest = ''] =
    /^(\d{4})[-/](\d+)[-/](\d+)[ T]+(\d+)([^\d\n].*|)$/.exec(text) ?? []
  const zone = /^(?:UTC|GMT)$/.test(offset.trim()) ? 'Z' : offset.trim()
  const at = plausible(readInstant(`${year}-${two(month)}-${two(day)}T${two(hour)}${rest}${zone}`))
  return at && instant(Math.floor(at / SECOND) * SECOND)
}

const DAY_MEMO = 400
const days = new Map<string, WallTime | null>()

/** Midnight of a date as printed; a long history has few dates and many rows. */
export function midnight(date: string): WallTime | null {
  const known = days.get(date)
  if (known !== undefined) return known
  if (days.size >= DAY_MEMO) days.clear()
  const read = plausible(readWallTime(`${date} 00:00:00`))
  days.set(date, read)
  return read
}

const COLON = 58

/**
 * The same for the plain case, `…2026-06-12 08:10:18` with the only colons of the line in it and no zone after it, at a
 * tenth of the cost. Null: not the plain case.
 */
function plainTime(line: string): RowTime | null {
  const colon = line.indexOf(':')
  const from = colon - 13
  const to = from + 19
  if (from < 0 || to > line.length || line.charCodeAt(colon + 3) !== COLON) return null
  const before = line.charCodeAt(from - 1)
  if (!isDigit(line.charCodeAt(from)) || isDigit(before) || before === 47 || before === 45) return null
  if (!endsPlainly(line, to) || line.charCodeAt(from + 10) !== 32) return null
  const hour = twoDigits(line, colon - 2)
  const minute = twoDigits(line, colon + 1)
  const second = twoDigits(line, colon + 4)
  if (!(hour < 24 && minute < 60 && second < 60)) return null
  const day = midnight(line.slice(from, from + 10))
  if (day === null) return null
  const wall = wallTime(day + hour * HOUR + minute * MINUTE + second * SECOND)
  return { text: line.slice(from, to), wall, instant: null, from, to }
}

const isDigit = (code: number) => code >= 48 && code <= 57

/** The number that two digits write; NaN where there are none. */
export function twoDigits(line: string, at: number): number {
  const tens = line.charCodeAt(at)
  const ones = line.charCodeAt(at + 1)
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + ones - 48 : NaN
}

/** The end of the line, or a space or tab and then a letter that begins no zone. */
function endsPlainly(line: string, to: number): boolean {
  if (to === line.length) return true
  const space = line.charCodeAt(to)
  if (space === 9) return true
  const next = line.charAt(to + 1)
  return space === 32 && next !== '' && !'ZUG+-'.includes(next)
}
