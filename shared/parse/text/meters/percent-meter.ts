import type { Meter, ResetReading } from '../../../evidence/kinds/quota-snapshot.ts'
import type { WindowReading } from '../../usages/window.ts'

/** A percentage as printed: `84`, `0.14`, without its sign. */
export interface PercentReading {
  readonly text: string
  readonly of: 'used' | 'left'
  readonly reset: ResetReading | null
  readonly missing: readonly string[]
  /** False where a printed zero may stand for a missing number (docs/kimi.md#placeholder-ratios). */
  readonly explicit: boolean
}

/** The meter of a printed percentage. What is left is turned into what is used; both are percent points. */
export function percentMeter(
  window: WindowReading,
  { text, of, reset, missing, explicit }: PercentReading,
): Meter {
  const percent = Number(text)
  const decimals = text.split('.')[1]?.length ?? 0
  return {
    window: window.window,
    pool: window.pool,
    minutes: window.minutes,
    encoding: 'percent',
    usedPercent: of === 'used' ? percent : Number((100 - percent).toFixed(decimals)),
    resolution: 10 ** -decimals,
    explicit,
    reset,
    missing: [...window.missing, ...missing],
    limit: null,
    used: of === 'used' ? percent : null,
    remaining: of === 'left' ? percent : null,
  }
}
