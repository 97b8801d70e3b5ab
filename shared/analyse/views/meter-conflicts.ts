import { groupBy } from '../../evidence/group-by.ts'
import type { Meter } from '../../evidence/kinds/quota-snapshot.ts'
import { SECOND } from '../../time/duration.ts'
import type { Instant } from '../../time/instant.ts'

/**
 * Two resets of one window may be this far apart: encodings cut fractions differently
 * (docs/kimi.md#placeholder-ratios).
 */
const SAME_RESET = 2 * SECOND

/** How the numbers of one reading disagree: those of one meter, or of `meter` and another of its window. */
export type MeterConflict = { readonly meter: Meter } & (
  | { readonly kind: 'sum'; readonly used: number; readonly remaining: number; readonly limit: number }
  | { readonly kind: 'share'; readonly other: Meter; readonly a: number; readonly b: number }
  | { readonly kind: 'reset'; readonly other: Meter; readonly a: Instant; readonly b: Instant }
  /** A ratio of 0 that may only hold the place of a number: by its own reset, or as another of the reading does. */
  | { readonly kind: 'placeholder' | 'placeholder_beside' }
)

/**
 * Where the numbers of one reading disagree: `used` and `remaining` of one meter, or two meters of one window
 * further apart than their rounding, and where a ratio of 0 looks like a mere placeholder. Both are kept as they are; others
 * put the count in the place of such a ratio, we never mend what was read.
 */
export function meterConflicts(meters: readonly Meter[]): readonly MeterConflict[] {
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
function placeholders(meters: readonly Meter[]): MeterConflict[] {
  const zeros = meters.filter(({ encoding, usedPercent }) => encoding === 'ratio' && usedPercent === 0)
  const found = zeros.filter((zero) => meters.some((count) => isHeldBy(zero, count)))
  const beside = found.length === 0 ? [] : zeros.filter(({ pool }) => pool === 'code')
  return [
    ...found.map((meter): MeterConflict => ({ kind: 'placeholder', meter })),
    ...beside.map((meter): MeterConflict => ({ kind: 'placeholder_beside', meter })),
  ]
}

function isHeldBy(zero: Meter, count: Meter): boolean {
  if (count.encoding !== 'count' || nameOf(count) !== nameOf(zero) || !((count.usedPercent ?? 0) > 0))
    return false
  if (zero.reset?.kind !== 'at' || count.reset?.kind !== 'at') return false
  return zero.reset.at === Math.floor(count.reset.at / SECOND) * SECOND
}

function sumConflict(meter: Meter): MeterConflict | null {
  const { limit, used, remaining } = meter
  if (limit === null || used === null || remaining === null || limit <= 0) return null
  if (remaining === Math.max(0, limit - used)) return null
  return { kind: 'sum', meter, used, remaining, limit }
}

function pairConflicts(meter: Meter, other: Meter): MeterConflict[] {
  const found: MeterConflict[] = []
  const tolerance = meter.resolution + other.resolution
  const [a, b] = [meter.usedPercent, other.usedPercent]
  if (a !== null && b !== null && Math.abs(a - b) > tolerance)
    found.push({ kind: 'share', meter, other, a, b })
  const [one, two] = [meter.reset, other.reset]
  if (one?.kind === 'at' && two?.kind === 'at' && Math.abs(one.at - two.at) > SAME_RESET)
    found.push({ kind: 'reset', meter, other, a: one.at, b: two.at })
  return found
}

const nameOf = ({ window, pool, minutes }: Meter): string =>
  window === 'other' ? `${minutes} min` : `${window} ${pool ?? ''}`
