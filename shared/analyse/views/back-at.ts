import type { WindowKind } from '../../evidence/quota-snapshot.ts'
import type { Instant } from '../../time/instant.ts'
import type { Basis, Cause, Report } from '../report.ts'
import type { AnswerCause } from './answer-cause.ts'

/** When a used-up quota is available again: the next reset of its window. */
export interface BackAt {
  readonly at: Instant
  readonly window: WindowKind
  readonly basis: Basis
}

const WINDOW_OF: Partial<Record<Cause, WindowKind>> = { quota_5h: '5h', quota_7d: '7d', quota_month: 'month' }

/**
 * The reset that ends a block, where its one cause is a quota and a reset of that window is still to come. Null for every
 * other cause: nothing tells when a throttle or a fault ends.
 */
export function backAtOf(
  { names, certainty }: AnswerCause,
  { resets, now }: Pick<Report, 'now' | 'resets'>,
): BackAt | null {
  const [only] = names
  const window = only && names.length === 1 && certainty === 'shown' ? WINDOW_OF[only] : undefined
  const next = resets.find((reset) => reset.window === window && reset.at > now)
  return window && next ? { at: next.at, window, basis: next.basis } : null
}

/** The last reset of those windows whose meters stand full now: until all of them have come, requests are refused. */
export function backAfterFullWindow({ outlook, resets, now }: Report): BackAt | null {
  const full = outlook.filter(({ usedPercent, resetAt }) => usedPercent >= 100 && resetAt > now)
  const last = full.toSorted((a, b) => a.resetAt - b.resetAt).at(-1)
  if (!last) return null
  const { window, resetAt: at } = last
  const basis = resets.find((reset) => reset.window === window && reset.at === at)?.basis ?? 'reported'
  return { at, window, basis }
}
