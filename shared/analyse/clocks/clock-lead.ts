import type { Capture } from '../../evidence/kinds/capture.ts'
import { groupBy } from '../../evidence/group-by.ts'
import type { QuotaSnapshot } from '../../evidence/kinds/quota-snapshot.ts'
import { DAY_OF_HOURS, HOUR } from '../../time/duration.ts'
import type { Instant } from '../../time/instant.ts'
import { inOrder, type ClockLag } from './clock-lag.ts'
import type { Rules } from '../rules.ts'

/** A page with the second of its newest row. */
interface Seen {
  readonly at: Instant
  readonly newest: number
  readonly capture: string
}

/**
 * Where a reading that is dated after a reset still carries it, the clock that dated it was ahead by as much, or the body was
 * old: it is of the time before. By more than an hour it is taken for an old body. Sorted by time.
 *
 *     reset    13:00
 *     read                13:07, "resets at 13:00"      by a clock 7 minutes ahead, or more
 */
export const carriedResets = (snapshots: readonly QuotaSnapshot[], rules: Rules): readonly ClockLag[] =>
  inOrder(snapshots.flatMap((snapshot) => carriedBy(snapshot, rules) ?? []))

/** The same of one reading; null where it carries no reset that has passed. */
export function carriedBy({ id, when, meters }: QuotaSnapshot, { meterLag }: Rules): ClockLag | null {
  if (when.kind !== 'span') return null
  const { from } = when.span
  let lag = 0
  for (const { reset } of meters) {
    const by = reset?.kind === 'at' ? from - reset.at : 0
    if (by > lag && by <= HOUR) lag = by
  }
  return lag > meterLag ? { at: from, lag, capture: id } : null
}

/**
 * How far the clock that dated captures may be ahead of the service's, a day at a time. A page lacks rows that had long been
 * made by that clock, as the next page shows, and none of the day shows a row that was younger than so much:
 *
 *     captured at     11:15       11:20       11:25
 *     newest row      11:04       11:09       11:14        made when the page of 11:15 was captured, and not on it
 *
 * One page that lacks rows may have missed long calls, and of idle pages nothing is known: the youngest row of the day bounds
 * what the clock can be ahead by. Sorted by time.
 */
export const clockLeads = (captures: readonly Capture[], rules: Rules): readonly ClockLag[] =>
  inOrder(
    [...groupBy(captures.flatMap(seenIn), ({ at }) => dayOf(at))].flatMap(
      ([, seen]) => leadOf(seen, rules) ?? [],
    ),
  )

/** Whether the days of further captures show the same leads as before; `all` holds the further ones, too. */
export function showSameLeads(
  known: readonly ClockLag[],
  added: readonly Capture[],
  all: readonly Capture[],
  rules: Rules,
): boolean {
  const days = new Set(added.flatMap(seenIn).map(({ at }) => dayOf(at)))
  if (days.size === 0) return true
  const near = all.filter(({ at }) => at !== null && days.has(dayOf(at)))
  const before = known.filter(({ at }) => days.has(dayOf(at)))
  return JSON.stringify(clockLeads(near, rules)) === JSON.stringify(before)
}

const dayOf = (at: number): number => Math.floor(at / DAY_OF_HOURS)

const seenIn = ({ id, at, newest }: Capture): readonly Seen[] =>
  at === null || newest?.kind !== 'span' ? [] : [{ at, newest: newest.span.from, capture: id }]

function leadOf(seen: readonly Seen[], { settle }: Rules): ClockLag | null {
  const pages = seen.toSorted((a, b) => a.at - b.at || (a.capture < b.capture ? -1 : 1))
  const lacks = ({ at, newest }: Seen, next: Seen | undefined) =>
    next !== undefined && next.newest > newest && next.newest < at - settle
  if (!pages.some((each, index) => lacks(each, pages[index + 1]))) return null
  const youngest = pages.reduce((least, each) => (ageOf(each) < ageOf(least) ? each : least))
  const lag = ageOf(youngest)
  return lag > settle ? { at: youngest.at, lag, capture: youngest.capture } : null
}

const ageOf = ({ at, newest }: Seen): number => at - newest
