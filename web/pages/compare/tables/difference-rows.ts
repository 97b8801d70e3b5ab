import type { Comparison } from '../../../../shared/analyse/views/days.ts'
import { METRICS, type Difference, type Metric } from '../../../../shared/analyse/views/differences.ts'
import type { StretchTally } from '../../../../shared/analyse/blocks/stretch.ts'
import type { Wording } from '../../../../shared/wording/wording.ts'

/** One amount of one day, and how it differs from the first day. */
export interface DifferenceCell {
  /** Null: not seen, which is not zero. */
  readonly amount: string | null
  /** With its sign; null for the first day, and where nothing can be said. */
  readonly change: string | null
  /** False where it may only look smaller, because less of it was seen. */
  readonly sure: boolean
}

export interface DifferenceRow {
  readonly metric: Metric
  readonly cells: readonly DifferenceCell[]
}

/** The differences as texts: what the table shows, and what is copied of it. Quotas that nobody read are left out. */
export function differenceRows(
  { days, differences }: Comparison,
  wording: Wording,
  /** Of a block that is only known to lie somewhere around a day. */
  within: string,
): readonly DifferenceRow[] {
  return METRICS.map((metric) => ({
    metric,
    cells: days.map((day, index) => {
      const difference = differences.find((each) => each.index === index && each.metric === metric)
      return {
        amount:
          metric === 'blockedMs' && day.blockedMs === 0 && day.blockedWithin
            ? within
            : amountText(day, metric, wording),
        change: difference ? changeText(difference, wording) : null,
        sure: difference?.sure ?? true,
      }
    }),
  })).filter(
    ({ metric, cells }) => !metric.startsWith('used_') || cells.some(({ amount }) => amount !== null),
  )
}

const USED = { used_5h: '5h', used_7d: '7d', used_month: 'month' } as const

function amountText(day: StretchTally, metric: Metric, wording: Wording): string | null {
  switch (metric) {
    case 'used_5h':
    case 'used_7d':
    case 'used_month': {
      const use = day.used[USED[metric]]
      if (!use) return null
      const slack = use.slack >= 0.5 ? ` ± ${wording.percent(Math.round(use.slack))}` : ''
      return `${wording.percent(round(use.usedPercent))}${slack}`
    }
    case 'blockedMs':
      return isKnown(day, day.blockedMs) ? wording.duration(day.blockedMs) : null
    case 'requests':
    case 'failures':
    case 'bursts':
      return isKnown(day, day[metric]) ? String(day[metric]) : null
  }
}

/** A count of a day that nobody looked at is unknown, not zero. */
const isKnown = ({ observedMs }: StretchTally, amount: number): boolean => amount > 0 || observedMs > 0

function changeText({ change, metric }: Difference, wording: Wording): string {
  const size = Math.abs(change)
  const text =
    metric === 'blockedMs'
      ? wording.duration(size)
      : metric.startsWith('used_')
        ? wording.percent(round(size))
        : String(size)
  if (change === 0) return '±0'
  return `${change > 0 ? '+' : '−'}${text}`
}

const round = (percent: number): number => Math.round(percent * 10) / 10
