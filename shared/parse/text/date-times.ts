import { whenOfLocal } from '../../evidence/local-time.ts'
import { UNDATED, type When } from '../../evidence/when.ts'
import { DAY_OF_HOURS, HOUR, MINUTE, SECOND } from '../../time/duration.ts'
import { instant, later } from '../../time/instant.ts'
import { span } from '../../time/span.ts'
import { readWallTime, wallTime, writeWallTime, type WallTime } from '../../time/wall.ts'
import type { TimeContext } from '../parser.ts'
import { isPlausible, plausible } from '../plausible-time.ts'
import { hourInPart, PART_OF_DAY } from './part-of-day.ts'

/** A date with a time of day, as somebody wrote it into a text, and where. */
export interface DateTime {
  readonly from: number
  readonly to: number
  readonly when: When
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const CLOCK = String.raw`(?<clock>\d{1,2}(?:[:：]\d\d(?:[:：]\d\d(?:[.,]\d{1,9})?)?|[点时](?:\d{1,2}(?:分|(?!\d))|半)))(?!\d|[:：]\d)(?: ?(?<half>[ap]m)\b)?`
/** What every clock has; a text without it needs no look at nine dates. */
const BEGINS_CLOCK = /\d[:：点时]/
const CHINESE_GAP = String.raw`[）)]?[ ,，]{0,3}(?:(?<part>${PART_OF_DAY}) ?)?`
// 2026-08-20T17:22:37Z · 2026/8/20 17:22 · 2026/08/20 - 17:22:37 · 2026年8月20日 17:22 · Thu, 01 Oct 2026 11:35:10 GMT ·
// 20.08.2026, 17:22 · 8/20/2026, 5:22 PM · Oct 1, 2026 at 11:35 AM; and without the year, as journalctl and people write it:
// Aug  8 17:22:37 · 20 Aug, 17:22 · 8月20日 17:22 · 8月20号下午5点22分
const DATES = [
  String.raw`(?<![\d-])(?<y1>\d{4})(?<sep>[-/.])(?<m1>\d{1,2})\k<sep>(?<d1>\d{1,2})(?:(?<t>T)|,? at | - |[ ,，]{1,3})`,
  String.raw`(?<!\d)(?<y2>\d{4}) ?年 ?(?<m2>\d{1,2}) ?月 ?(?<d2>\d{1,2}) ?[日号]${CHINESE_GAP}`,
  String.raw`\b(?<d3>\d{1,2})[ /-](?<m3>${MONTH})[ /-](?<y3>\d{4})(?: at |[ ,:]{1,2})`,
  String.raw`(?<![\d.])(?<d5>\d{1,2})\.(?<m5>\d{1,2})\.(?<y5>\d{4})(?: at | - |[ ,]{1,3})`,
  String.raw`(?<![\d/])(?<a>\d{1,2})/(?<b>\d{1,2})/(?<y6>\d{4})(?:,? at | - |[ ,]{1,3})`,
  String.raw`\b(?<m4>${MONTH})\.? (?<d4>\d{1,2})(?:st|nd|rd|th)?,? (?<y4>\d{4})(?: at |,? )`,
  String.raw`\b(?<m6>${MONTH})\.? {1,2}(?<d6>\d{1,2})(?:st|nd|rd|th)?(?: at |,? )`,
  String.raw`\b(?<d7>\d{1,2})(?:st|nd|rd|th)? (?<m7>${MONTH})\.?(?: at |,? )`,
  String.raw`(?<!年|年 |\d)(?<m8>\d{1,2}) ?月 ?(?<d8>\d{1,2}) ?[日号]${CHINESE_GAP}`,
].map((date) => new RegExp(date + CLOCK, 'gi'))

// ` +03:00`, `Z`, ` (UTC)`, ` UTC+8`, ` GMT`, `（北京时间）`; OpenCode writes UTC without its Z, and then for how long it was silent: ` +312ms`
const ZONE =
  /^ ?[([（]?(?:(?<z>Z\b|(?:UTC|GMT)(?![+\w-]|\s?[+-]\d)\b| ?\+\d{1,9}ms\b)|(?:(?:UTC|GMT) ?(?=[+-]\d)|(?=[+-]\d\d)) ?(?<sign>[+-])(?<h>\d{1,2})(?::?(?<m>\d\d))?(?![\w:]|\.\d)|(?<cn>北京时间))[)\]）]?/i
// `Sat Aug 20 17:22:37 UTC 2026`
const YEAR_AFTER = /^ (?:[A-Z]{2,5} )?(20[2-9]\d)(?![\d:])/
const ZONE_BEFORE = /(?:(?<z>\b(?:UTC|GMT))|(?<cn>北京时间))[ :：]?$/i
const UNTIL = /^ ?(?:-|–|—|~|～|to|until|至|到) ?(?<clock>\d{1,2}:\d\d(?::\d\d)?)(?![\d:])/i

/**
 * All of them in a text, from left to right. A date that leaves out its year is the last such day before the text was read,
 * and none where that is not known. Linear: every pattern begins with digits or a month's name.
 */
export function dateTimesIn(text: string, times: TimeContext): readonly DateTime[] {
  if (!BEGINS_CLOCK.test(text)) return []
  return DATES.flatMap((pattern) => [...text.matchAll(pattern)])
    .flatMap((match) => readMatch(text, match, times) ?? [])
    .toSorted((a, b) => a.from - b.from)
}

function readMatch(text: string, match: RegExpMatchArray, times: TimeContext): DateTime | null {
  const groups = match.groups ?? {}
  const from = match.index ?? 0
  const end = from + match[0].length
  const clock = plainClock(groups['clock'] ?? '', groups['part'])
  if (clock === null) return null
  const after = YEAR_AFTER.exec(text.slice(end, end + 11))?.[1]
  const wall = wallOf(groups, clock, after, times)
  if (wall === null) return null
  const isoLike = groups['t'] !== undefined || /\d:\d\d:/.test(clock)
  const until = UNTIL.exec(text.slice(end, end + 24))
  const length = lengthOf(clock)
  const whole = wallTime(Math.floor(wall / length) * length)
  if (until && !isOffset(until[0], isoLike)) {
    const till = minutesTill(whole, until.groups?.['clock'] ?? '')
    if (till === null) return null
    const to = end + until[0].length
    return dated(text, from, to, whole, till, times)
  }
  if (until && !isoLike && minutesTill(whole, until.groups?.['clock'] ?? '') !== null) return null // a span, or an offset
  return dated(text, from, end, whole, length, times)
}

/** `5点22分` and `下午` are 17:22. */
function plainClock(printed: string, part: string | undefined): string | null {
  const [hours = '', ...rest] = printed.replace('半', '30').split(/[:：点时]/)
  const hour = part === undefined ? Number(hours) : hourInPart(part, Number(hours))
  return hour === null
    ? null
    : [hour, ...rest.map((each) => each.replace('分', '').padStart(2, '0'))].join(':')
}

/** `-05:00` at the end of a time: real offsets are of whole quarters, and no span is written without its seconds. */
const isOffset = (text: string, isoLike: boolean): boolean =>
  /^ ?-(?:0\d|1[0-4]):(?:00|30|45)$/.test(text) && (isoLike || !text.startsWith(' '))

function minutesTill(from: WallTime, clock: string): number | null {
  const day = Math.floor(from / DAY_OF_HOURS) * DAY_OF_HOURS
  const [hour = NaN, minute = NaN, second = 0] = clock.split(':').map(Number)
  const length = day + hour * HOUR + minute * MINUTE + second * SECOND - from
  return length > 0 && length <= 12 * HOUR ? length : null
}

function dated(
  text: string,
  from: number,
  end: number,
  wall: WallTime,
  length: number,
  { zone }: TimeContext,
): DateTime | null {
  const after = ZONE.exec(text.slice(end, end + 20))
  const before = ZONE_BEFORE.exec(text.slice(Math.max(0, from - 8), from))
  const offset = offsetOf(after?.groups) ?? offsetOf(before?.groups)
  const to = end + (offsetOf(after?.groups) === null ? 0 : (after?.[0].length ?? 0))
  if (offset === null) return { from, to, when: whenOfLocal(text.slice(from, end), wall, length, zone) }
  const at = instant(wall - offset)
  return { from, to, when: { kind: 'span', span: span(at, later(at, length)) } }
}

/** Milliseconds ahead of UTC; null where no zone is named, or one that there is not. */
function offsetOf(groups: Readonly<Record<string, string | undefined>> | undefined): number | null {
  if (groups?.['z'] !== undefined) return 0
  if (groups?.['cn'] !== undefined) return 8 * HOUR
  const hours = Number(groups?.['h'] ?? NaN)
  const minutes = Number(groups?.['m'] ?? 0)
  if (!(hours <= 14 && minutes < 60)) return null
  return (groups?.['sign'] === '-' ? -1 : 1) * (hours * HOUR + minutes * MINUTE)
}

function wallOf(
  groups: Readonly<Record<string, string | undefined>>,
  clock: string,
  yearAfter: string | undefined,
  times: TimeContext,
): WallTime | null {
  const first = (...names: readonly string[]) =>
    names.map((name) => groups[name]).find((value) => value !== undefined) ?? ''
  const named = first('m3', 'm4', 'm6', 'm7')
  const [slashMonth, slashDay] = slashDate(groups)
  const month =
    named === ''
      ? first('m1', 'm2', 'm5', 'm8') || slashMonth
      : String(1 + MONTHS.indexOf(named.slice(0, 3).toLowerCase()))
  const day = first('d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7', 'd8') || slashDay
  const inYear = (year: string) => plausible(readWallTime(`${year}-${month}-${day} ${clock}`))
  const year = first('y1', 'y2', 'y3', 'y4', 'y5', 'y6') || yearAfter
  const wall = year === undefined ? lastBefore(inYear, times) : inYear(year)
  const half = groups['half']?.toLowerCase()
  if (wall === null || half === undefined) return wall
  const hour = Number(clock.split(':')[0])
  if (hour < 1 || hour > 12) return null
  return wallTime(wall + ((half === 'pm' ? 12 : 0) - (hour === 12 ? 12 : 0)) * HOUR)
}

/** No clock on the wall is further ahead of Greenwich. */
const FURTHEST_AHEAD = 14 * HOUR

/** The last of them that a text can tell of which was read when this one was. */
function lastBefore(inYear: (year: string) => WallTime | null, { writtenBy }: TimeContext): WallTime | null {
  if (writtenBy === undefined) return null
  const latest = wallTime(writtenBy + FURTHEST_AHEAD)
  const year = Number(writeWallTime(latest).slice(0, 4))
  const walls = [year, year - 1].map((each) => inYear(String(each)))
  return walls.find((wall) => wall !== null && wall <= latest) ?? null
}

/** How coarse a time of day is: a minute, a second, or a millisecond where it has a fraction. */
const lengthOf = (clock: string): number => (/[.,]/.test(clock) ? 1 : /:\d\d:/.test(clock) ? SECOND : MINUTE)

// A number that its name calls a time: seconds or milliseconds since 1970, from 2020 to 2100.
const EPOCH = /^(?:(\d{10})(?:\.\d{1,9})?|(\d{13}))$/

/** When a number was, that stands where a time is expected; undated when it can be none. */
export function whenOfEpoch(number: string): When {
  const [, seconds, millis] = EPOCH.exec(number) ?? []
  const ms = millis === undefined ? Math.floor(Number(number) * 1_000 + 1e-4) : Number(millis)
  if ((seconds ?? millis) === undefined || !isPlausible(ms)) return UNDATED
  const at = instant(ms)
  return { kind: 'span', span: span(at, later(at, /\D/.test(number) || millis !== undefined ? 1 : SECOND)) }
}

/** Month and day of `8/20/2026`; neither where both could be the month, unless the clock is one of twelve hours. */
function slashDate({
  a = '',
  b = '',
  half,
}: Readonly<Record<string, string | undefined>>): readonly [month: string, day: string] {
  if (Number(a) > 12) return [b, a]
  return Number(b) > 12 || half !== undefined ? [a, b] : ['', '']
}
