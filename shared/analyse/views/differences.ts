import { USED_WINDOWS, type UsedWindow } from './meter-use.ts'
import type { SlotTally, StretchTally } from '../blocks/stretch.ts'
import type { Tally } from '../blocks/tally.ts'

/** What is counted over a stretch. */
type CountMetric = 'requests' | 'failures' | 'blockedMs' | 'bursts'
/** What is compared: counts, and the share of each quota that was used, in percent points. */
export type Metric = CountMetric | `used_${UsedWindow}`

export const METRICS: readonly Metric[] = [
  'requests',
  'failures',
  'blockedMs',
  'bursts',
  ...USED_WINDOWS.map((window) => `used_${window}` as const),
]

/** By how much a stretch differs from the first one, and whether that is sure. */
interface Change {
  readonly change: number
  /**
   * False where the smaller of the two might only be smaller because less of it was observed (for quota: because fewer
   * readings were taken, or they stand too far apart): then nothing may be called quieter or busier.
   */
  readonly sure: boolean
}

/** How a stretch differs from the first one in one metric, in sum and hour by hour. */
export interface Difference extends Change {
  /** Its place in the comparison: 1 is the second stretch. */
  readonly index: number
  readonly day: StretchTally['day']
  readonly metric: Metric
  /** Only hours that both have. */
  readonly slots: readonly (Change & { readonly slot: number })[]
}

/** A stretch that was observed for at least this share counts as wholly observed (our choice; the settle time costs minutes). */
const WHOLE = 0.98

/** An amount, its possible error, and the share of the stretch that it was seen in. */
interface Amount {
  readonly value: number
  readonly slack: number
  readonly seen: number
}

/** Every later stretch against the first, metric by metric. Where one of the two says nothing at all, there is no difference. */
export const differencesOf = ([base, ...others]: readonly StretchTally[]): readonly Difference[] =>
  base
    ? others.flatMap((other, position) =>
        METRICS.flatMap((metric): Difference[] => {
          const change = differ(
            amountOf(base, metric, base.passedMs),
            amountOf(other, metric, other.passedMs),
          )
          if (!change) return []
          const slots = slotChanges(base.slots, other.slots, metric)
          return [{ index: position + 1, day: other.day, metric, ...change, slots }]
        }),
      )
    : []

function slotChanges(
  base: readonly SlotTally[],
  other: readonly SlotTally[],
  metric: Metric,
): Difference['slots'] {
  const known = new Map(base.map((tally) => [tally.slot, tally]))
  return other.flatMap((tally) => {
    const first = known.get(tally.slot)
    const change =
      first && differ(amountOf(first, metric, first.passedMs), amountOf(tally, metric, tally.passedMs))
    return change ? [{ slot: tally.slot, ...change }] : []
  })
}

function amountOf(tally: Tally, metric: Metric, passedMs: number): Amount | null {
  const share = (ms: number) => (passedMs > 0 ? Math.min(1, ms / passedMs) : 0)
  switch (metric) {
    case 'requests':
    case 'failures':
    case 'blockedMs':
    case 'bursts': {
      const value = tally[metric]
      const seen = share(tally.observedMs)
      return value === 0 && seen === 0 ? null : { value, slack: 0, seen }
    }
    case 'used_5h':
      return usedAmount(tally.used['5h'], share)
    case 'used_7d':
      return usedAmount(tally.used['7d'], share)
    case 'used_month':
      return usedAmount(tally.used.month, share)
  }
}

const usedAmount = (use: Tally['used'][UsedWindow], share: (ms: number) => number): Amount | null =>
  use && { value: use.usedPercent, slack: use.slack, seen: share(use.measuredMs) }

function differ(base: Amount | null, other: Amount | null): Change | null {
  if (!base || !other) return null
  const change = other.value - base.value
  const whole = (amount: Amount) => amount.seen >= WHOLE
  if (change === 0) return { change, sure: whole(base) && whole(other) && base.slack + other.slack === 0 }
  const smaller = change < 0 ? other : base
  return { change, sure: whole(smaller) && Math.abs(change) > base.slack + other.slack }
}
