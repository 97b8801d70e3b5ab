import { DAY_OF_HOURS, SECOND } from '../time/duration.ts'
import type { Instant } from '../time/instant.ts'
import type { QuotaSnapshot } from './kinds/quota-snapshot.ts'

/** One reset is printed with a jitter of this much at most (docs/kimi.md). */
const JITTER = 2 * SECOND
const WEEK = 7 * DAY_OF_HOURS

/**
 * Whether two sets of readings have a grid in common: a start of the subscription, a reset of the month, or the second of
 * the week on which weeks begin. Two accounts have one in common by chance less than once in 100,000 times.
 */
export function shareGrid(one: readonly QuotaSnapshot[], other: readonly QuotaSnapshot[]): boolean {
  const [a, b] = [marksOf(one), marksOf(other)]
  return a.some((mark) => b.some((each) => each.kind === mark.kind && apart(mark, each) <= JITTER))
}

interface GridMark {
  readonly kind: 'start' | 'week' | 'month'
  readonly at: Instant
}

function marksOf(readings: readonly QuotaSnapshot[]): readonly GridMark[] {
  return readings.flatMap(({ meters, subscribedAt }) => [
    ...(subscribedAt === null ? [] : [{ kind: 'start', at: subscribedAt } as const]),
    ...meters.flatMap(({ window, reset }): GridMark[] => {
      if (reset?.kind !== 'at' || (window !== '7d' && window !== 'month')) return []
      return [{ kind: window === '7d' ? 'week' : 'month', at: reset.at }]
    }),
  ])
}

function apart({ kind, at }: GridMark, other: GridMark): number {
  const distance = Math.abs(at - other.at)
  return kind === 'week' ? Math.min(distance % WEEK, WEEK - (distance % WEEK)) : distance
}
