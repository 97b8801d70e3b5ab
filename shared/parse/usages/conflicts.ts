import { groupBy } from '../../evidence/group-by.ts'
import type { Meter } from '../../evidence/quota-snapshot.ts'
import type { Conflict } from '../../evidence/sentences/conflicts.ts'
import { SECOND } from '../../time/duration.ts'
import { writeInstant } from '../../time/instant.ts'

/**
 * Two resets of one window may be this far apart: encodings cut fractions differently
 * (docs/kimi.md#placeholder-ratios).
 */
const SAME_RESET = 2 * SECOND

/**
 * Where the numbers of one body disagree, in words: `used` and `remaining` of one meter, or two meters of one window
 * further apart than their rounding, and where a ratio of 0 looks like a mere placeholder. Both are kept as they are; others
 * put the count in the place of such a ratio, we never mend what was read.
 */
export function findConflicts(meters: readonly Meter[]): Conflict[] {
  const sums = meters.flatMap((meter) => sumConflict(meter) ?? [])
  const named = meters.filter((meter) => meter.window !== 'other' || meter.minutes !== null)
  const pairs = [...groupBy(named, nameOf).values()].flatMap(([first, ...others]) =>
    first ? others.flatMap((other) => pairConflicts(first, other)) : [],
  )
  return [...sums, ...pairs, ...placeholders(named)]
}

/**
 * The service has sent ratios of 0 in the place of numbers. Such a ratio resets when the count of its window does, cut to
 * the second; a true one resets a second earlier (4 of 4 captures each). The share of Kimi Code in the month, which has no
 * count beside it, was zero with them.
 */
function placeholders(meters: readonly Meter[]): Conflict[] {
  const zeros = meters.filter(({ encoding, usedPercent }) => encoding === 'ratio' && usedPercent === 0)
  const found = zeros.filter((zero) => meters.some((count) => isHeldBy(zero, count)))
  const beside = found.length === 0 ? [] : zeros.filter(({ pool }) => pool === 'code')
  return [
    ...found.map(
      (zero): Conflict =>
        `${nameOf(zero)}: the ratio of 0 may only hold the place of a number: it resets with the count, cut to the second`,
    ),
    ...beside.map(
      (zero): Conflict =>
        `${nameOf(zero)}: the ratio of 0 may only hold the place of a number, as another of this reading does`,
    ),
  ]
}

function isHeldBy(zero: Meter, count: Meter): boolean {
  if (count.encoding !== 'count' || nameOf(count) !== nameOf(zero) || !((count.usedPercent ?? 0) > 0))
    return false
  if (zero.reset?.kind !== 'at' || count.reset?.kind !== 'at') return false
  return zero.reset.at === Math.floor(count.reset.at / SECOND) * SECOND
}

function sumConflict(meter: Meter): Conflict | null {
  const { limit, used, remaining } = meter
  if (limit === null || used === null || remaining === null || limit <= 0) return null
  if (remaining === Math.max(0, limit - used)) return null
  return `${nameOf(meter)}: used ${used} and remaining ${remaining} do not make the limit ${limit}`
}

function pairConflicts(a: Meter, b: Meter): Conflict[] {
  const found: Conflict[] = []
  const tolerance = a.resolution + b.resolution
  if (a.usedPercent !== null && b.usedPercent !== null && Math.abs(a.usedPercent - b.usedPercent) > tolerance)
    found.push(`${nameOf(a)}: ${a.usedPercent} % by ${a.encoding}, but ${b.usedPercent} % by ${b.encoding}`)
  if (a.reset?.kind === 'at' && b.reset?.kind === 'at' && Math.abs(a.reset.at - b.reset.at) > SAME_RESET)
    found.push(
      `${nameOf(a)}: resets at ${writeInstant(a.reset.at)} by ${a.encoding}, but at ${writeInstant(b.reset.at)} by ${b.encoding}`,
    )
  return found
}

function nameOf(meter: Meter): string {
  if (meter.window === 'other') return `${meter.minutes} min`
  return meter.pool === null ? meter.window : `${meter.window} (${meter.pool})`
}
