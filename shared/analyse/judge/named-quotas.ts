import { causeNamed } from '../blocks/error-causes.ts'
import { firstIndex } from '../first-index.ts'
import type { FrameDigest } from '../digest.ts'
import type { MeterReading } from '../readings/meter-index.ts'
import { earliestIn } from '../readings/meter-windows.ts'
import type { UsedWindow } from '../views/meter-use.ts'
import type { Cause } from '../report.ts'
import type { Rules } from '../rules.ts'
import { QUOTA_CAUSE } from './quota-causes.ts'

/** When texts named a cause, in the order of time; by a clock that is off, when that may have been at the earliest. */
export type NamedAt = Readonly<Partial<Record<Cause, readonly number[]>>>

/** When dated texts of the account named each quota as used up. */
export function namedQuotas({ refusals, adrift }: Pick<FrameDigest, 'refusals' | 'adrift'>): NamedAt {
  const named: Partial<Record<Cause, number[]>> = {}
  const add = (cause: Cause | null, at: number) => {
    if (cause?.startsWith('quota')) (named[cause] ??= []).push(at)
  }
  for (const { error, span } of refusals) if (error) add(causeNamed(error), span.from)
  for (const { texts, span } of adrift) for (const text of texts) add(causeNamed(text), span.from)
  for (const times of Object.values(named)) times.sort((a, b) => a - b)
  return named
}

/**
 * A reading that is low, for longer than a meter may lag, after a text of its own window has said that it was used up. It is stale,
 * or another account's, or the meter was reset out of turn; whichever it is, it says nothing of refusals before it.
 *
 *     window    ├─────────────────────────────────┤
 *     refused      ✗ 403     ✗ "5-hour limit"
 *     5h                                  12 %         not believed of the 403 either
 */
export function isBelied(
  named: NamedAt,
  window: UsedWindow,
  { reading, segment }: MeterReading,
  { resetTolerance, meterLag }: Rules,
): boolean {
  const times = named[QUOTA_CAUSE[window]] ?? []
  const clear = earliestIn(segment) + resetTolerance
  const first = firstIndex(times, (at) => at >= clear)
  return (times[first] ?? Number.POSITIVE_INFINITY) <= reading.span.from - meterLag
}
