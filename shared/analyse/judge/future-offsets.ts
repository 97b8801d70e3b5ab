import type { Capture } from '../../evidence/kinds/capture.ts'
import { DAY_OF_HOURS, HOUR } from '../../time/duration.ts'
import { instant, type Instant } from '../../time/instant.ts'
import { hasNoTransition } from '../../time/offsets.ts'
import type { Span } from '../../time/span.ts'
import { wallTime } from '../../time/wall.ts'
import { offsetZone, UNKNOWN_ZONE } from '../../time/zone.ts'
import { neutral } from './facts/fact.ts'
import { spanInFrame, type Frame } from '../clocks/placed-records.ts'
import type { Fact } from '../report.ts'
import type { Rules } from '../rules.ts'

/**
 * Why the rows cannot have been printed under a UTC offset (ms) over a stretch of the wall clock; null where nothing
 * speaks against it.
 */
export type FutureOffsets = (asked: Span) => (offset: number) => Fact | null

/** A row on the wall clock, and the moment that it cannot be later than. */
interface Limit {
  readonly row: number
  readonly limit: number
  readonly ref: string
}

/**
 * A row cannot be newer than the moment at which it was captured, nor than now: that rules out offsets at the time of the
 * row. At any other time the same clock may have been an hour off that, since it may have been put forward or back:
 *
 *     block, 28 March         newest row, 29 March
 *     London +00:00  ──────┼──────  +01:00          the row excludes +00:00 on the 29th, and not on the 28th
 *                       changed
 *
 * So an offset of the block is excluded by a row over which no clock was changed since (or before), or by any row that
 * would be of the future even if the clock was an hour further on by then.
 */
export function futureOffsets(
  wall: Frame,
  captures: readonly Capture[],
  now: Instant,
  rules: Rules,
): FutureOffsets {
  const limits = limitsOf(wall, captures, now)
  const byDay = strictestByDay(limits)
  const [strictest = null] = [...byDay.values()].toSorted(strictestFirst)
  return (asked) => {
    const near = strictestNear(byDay, asked)
    return (offset) => inFuture(offset, near, 0, rules) ?? inFuture(offset, strictest, CLOCK_CHANGE, rules)
  }
}

/** By how much clocks are changed, at most (IANA time zone database; half an hour on Lord Howe Island). */
const CLOCK_CHANGE = HOUR

/** How many days from the block a row is looked for with no change of clocks in between. */
const NEAR_DAYS = 14

function limitsOf(wall: Frame, captures: readonly Capture[], now: Instant): readonly Limit[] {
  const limits = captures.flatMap((capture): Limit[] => {
    const row = capture.newest && spanInFrame(capture.newest, 'wall', UNKNOWN_ZONE)
    return row && capture.at !== null ? [{ row: row.from, limit: capture.at, ref: capture.id }] : []
  })
  const newest = wall.records.at(-1)
  return newest ? [...limits, { row: newest.at, limit: now, ref: newest.record.id }] : limits
}

const strictestFirst = (a: Limit, b: Limit): number =>
  b.row - b.limit - (a.row - a.limit) || (a.ref < b.ref ? -1 : 1)

const dayNumber = (at: number): number => Math.floor(at / DAY_OF_HOURS)

/** A history may hold a hundred thousand captures: only the one that says most of a day is kept. */
function strictestByDay(limits: readonly Limit[]): ReadonlyMap<number, Limit> {
  const byDay = new Map<number, Limit>()
  for (const each of limits) {
    const day = dayNumber(each.row)
    const known = byDay.get(day)
    if (!known || strictestFirst(each, known) < 0) byDay.set(day, each)
  }
  return byDay
}

/** The strictest of those between which and the stretch no clock can have been changed. */
function strictestNear(byDay: ReadonlyMap<number, Limit>, { from, to }: Span): Limit | null {
  const near: Limit[] = []
  for (let day = dayNumber(to) - NEAR_DAYS; day <= dayNumber(from) + NEAR_DAYS; day++) {
    const limit = byDay.get(day)
    if (limit) near.push(limit)
  }
  const stay = ({ row }: Limit) => hasNoTransition(wallTime(Math.min(from, row)), wallTime(Math.max(to, row)))
  return near.toSorted(strictestFirst).find(stay) ?? null
}

/** The row read under that offset, or one that is `more` further on, which makes it as early as it can have been. */
function inFuture(offset: number, limit: Limit | null, more: number, rules: Rules): Fact | null {
  const earliest = limit && limit.row - offset - more
  if (!limit || earliest === null || earliest <= limit.limit + rules.offsetSlack) return null
  return neutral('offset_in_future', {
    values: {
      offset: { unit: 'text', value: offsetZone(offset) },
      latest: { unit: 'instant', value: instant(earliest) },
    },
    refs: [limit.ref],
  })
}
