import { whenOfLocal } from '../../evidence/local-time.ts'
import { UNDATED, type When } from '../../evidence/when.ts'
import { MINUTE, SECOND } from '../../time/duration.ts'
import { later, readInstant } from '../../time/instant.ts'
import { span } from '../../time/span.ts'
import { readWallTime, wallTime, writeWallTime } from '../../time/wall.ts'
import type { Zone } from '../../time/zone.ts'

// `[2026-03-02 16:19:03] …`, `2026-03-02T15:19:03.101Z …`, `2026/03/02 16:19 - …`: only at the beginning of a line
const DATE =
  /^[\s[("'*·•-]{0,6}(\d{4}[-/]\d{1,2}[-/]\d{1,2})[ T]+(\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)(?![\d:]) ?(Z\b|UTC\b|[+-]\d\d:?\d\d\b)?/

/** The time with which a line begins, as somebody's log or notes write it; undated when there is none. */
export function whenOfLine(line: string, zone: Zone): When {
  const [, date = '', time = '', offset] = DATE.exec(line) ?? []
  const length = /:\d\d:/.test(time) ? SECOND : MINUTE
  const wall = readWallTime(`${date} ${time}`)
  if (wall === null) return UNDATED
  const whole = wallTime(Math.floor(wall / length) * length)
  if (offset === undefined) return whenOfLocal(`${date} ${time}`, whole, length, zone)
  const at = readInstant(`${writeWallTime(whole)}${offset === 'UTC' ? 'Z' : offset}`)
  return at === null ? UNDATED : { kind: 'span', span: span(at, later(at, length)) }
}
