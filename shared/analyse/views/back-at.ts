import type { Analysis } from '../analysis.ts'
import type { WindowKind } from '../../evidence/kinds/quota-snapshot.ts'
import type { Instant } from '../../time/instant.ts'
import type { Basis, Cause, Incident, Outlook, Report } from '../report.ts'
import { MINUTE } from '../../time/duration.ts'
import { firstAtOrAfter } from '../clocks/placed-records.ts'
import type { AnswerCause } from './answer-cause.ts'

/** When a used-up quota is available again: the next reset of its window. */
export interface BackAt {
  readonly at: Instant
  readonly window: WindowKind
  readonly basis: Basis
}

/** Clocks that are kept, and a service that resets late (docs/verdicts.md#timing). */
const EITHER_WINDOW = 2 * MINUTE

const WINDOW_OF: Partial<Record<Cause, WindowKind>> = { quota_5h: '5h', quota_7d: '7d', quota_month: 'month' }

/**
 * The reset that ends a block, where its one cause is a quota, which also refused last: the first one after the last
 * refusal. Null for every other cause, since nothing tells when a throttle or a fault ends; once that reset has passed;
 * and where a refusal came so near to a reset that clocks leave open which of the two windows refused it.
 */
export function backAtOf(
  { names, certainty }: AnswerCause,
  { block: { span }, parts }: Pick<Incident, 'block' | 'parts'>,
  { resets, now }: Pick<Report, 'now' | 'resets'>,
): BackAt | null {
  const [only] = names
  if (parts.length > 1 && parts.at(-1)?.leading !== only) return null
  const window = only && names.length === 1 && certainty === 'shown' ? WINDOW_OF[only] : undefined
  if (!window || !span) return null
  const near = resets.find((reset) => reset.window === window && reset.at >= span.to - EITHER_WINDOW)
  return near && near.at > Math.max(now, span.to + EITHER_WINDOW)
    ? { at: near.at, window, basis: near.basis }
    : null
}

/**
 * The last reset of those windows whose meters stand full now: until all of them have come, requests are refused. Null
 * where something else pays for them: a reading says that extra usage is on, or something was served while one was full.
 */
export function backAfterFullWindow(analysis: Analysis): BackAt | null {
  const { outlook, resets, now } = analysis.report
  const full = outlook.filter(({ usedPercent, resetAt }) => usedPercent >= 100 && resetAt > now)
  const last = full.toSorted((a, b) => a.resetAt - b.resetAt).at(-1)
  if (!last || full.some((each) => isPaidOtherwise(each, analysis))) return null
  const { window, resetAt: at } = last
  const basis = resets.find((reset) => reset.window === window && reset.at === at)?.basis ?? 'reported'
  return { at, window, basis }
}

/** Readings and successes since the meter first stood full without a lower reading after it. */
function isPaidOtherwise({ window }: Outlook, { report, evidence, derived }: Analysis): boolean {
  const snapshots = new Map(evidence.snapshots.map((snapshot) => [snapshot.id, snapshot]))
  const read = report.readings.flatMap(({ snapshot: id, span }) => {
    const meter = snapshots
      .get(id)
      ?.meters.find((each) => each.window === window && each.usedPercent !== null)
    return meter ? [{ span, isFull: (meter.usedPercent ?? 0) >= 100, wallet: snapshots.get(id)?.wallet }] : []
  })
  const since = read.slice(read.findLastIndex(({ isFull }) => !isFull) + 1)
  if (since.at(-1)?.wallet?.active) return true
  const fullSince = Math.min(...since.map(({ span }) => span.to))
  const { records } = derived.on('utc').frame
  const rows = records.slice(firstAtOrAfter(records, fullSince))
  return (
    rows.some(({ record }) => record.outcome === 'success') ||
    evidence.calls.some(
      ({ when, outcome }) => outcome === 'success' && when.kind === 'span' && when.span.from >= fullSince,
    )
  )
}
