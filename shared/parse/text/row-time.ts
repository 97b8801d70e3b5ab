import { readInstant, type Instant } from '../../time/instant.ts'
import { SECOND } from '../../time/duration.ts'
import { readWallTime, wallTime, type WallTime } from '../../time/wall.ts'

/** A time that was found in a line; `from` and `to` are where it stands. */
export interface RowTime {
  readonly text: string
  /** What the clock on the wall showed, cut to the second; null when there is no such day or hour. */
  readonly wall: WallTime | null
  /** The instant, where the text gives a zone with it. */
  readonly instant: Instant | null
  readonly from: number
  readonly to: number
}

// 2026/03/02 17:25:14 · 2026-06-12 08:10:18 · 2026-06-12T00:10:18Z · a single digit for month, day or hour
const TIME = /(?<![\d:/-])\d{4}([-/])\d{1,2}\1\d{1,2}[ T]+\d{1,2}:\d\d:\d\d(?![\d:])(?:[.,]\d{1,9})?/
const OFFSET = /^ ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d)(?![\w:])/

/** Finds the first whole time in a line, to the second; the table has printed both date formats (KIMI.md 0.11). */
export function findRowTime(line: string): RowTime | null {
  const match = TIME.exec(line)
  if (!match) return null
  const text = match[0]
  const from = match.index
  const wall = readWallTime(text.replace(/[ T]+/, ' '))
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
    /^(\d{4})[-/](\d+)[-/](\d+)[ T]+(\d+)(.*)$/.exec(text) ?? []
  const zone = /^(?:UTC|GMT)$/.test(offset.trim()) ? 'Z' : offset.trim()
  return readInstant(`${year}-${two(month)}-${two(day)}T${two(hour)}${rest}${zone}`)
}
