import type { WindowKind } from '../../../evidence/kinds/quota-snapshot.ts'
import { instant, type Instant } from '../../../time/instant.ts'
import type { Account } from '../account.ts'
import type { MeterReading } from '../meter-index.ts'
import type { Outlook } from '../../report.ts'
import { forecastRise, type Rise } from './forecast.ts'
import type { UseCurve } from './use-curve.ts'

/** The outlook of every window that is running at `now` and has been read. */
export function outlookOf({ meters, curves }: Account, now: Instant): readonly Outlook[] {
  return (['5h', '7d', 'month'] as const).flatMap((window) => {
    const running = meters[window].findLast(({ segment }) => segment.to > now)
    const latest = running?.readings.findLast(({ meter }) => meter.pool !== 'code')
    return latest ? [outlook(window, latest, curves.of(window, latest.meter), now)] : []
  })
}

function outlook(window: WindowKind, latest: MeterReading, curve: UseCurve, now: Instant): Outlook {
  const { segment, used, reading } = latest
  const readAt = reading.span.from
  const length = segment.to - readAt
  // a meter that lags may be read at its reset, or after it: then nothing of its window is ahead
  const rise = used >= 100 || length <= 0 ? null : forecastRise(curve, { from: readAt, length })
  return {
    window,
    usedPercent: used,
    readAt,
    resetAt: segment.to,
    atReset: rise && {
      least: Math.min(100, used + rise.least),
      likely: Math.min(100, used + rise.likely),
      most: Math.min(100, used + rise.most),
      tried: rise.tried,
    },
    fullAt: rise && fullAt(latest, rise, now),
    refs: [reading.snapshot.id],
  }
}

/** If it rises evenly until the reset: at the upper bound the earliest, at the lower the latest moment. */
function fullAt({ used, reading, segment }: MeterReading, rise: Rise, now: Instant): Outlook['fullAt'] {
  const from = reading.span.from
  const after = (until: number): Instant | null => {
    const left = 100 - used
    return until < left
      ? null
      : instant(Math.max(now, Math.floor(from + (left / until) * (segment.to - from))))
  }
  const earliest = after(rise.most)
  return earliest === null ? null : { earliest, latest: after(rise.least) }
}
