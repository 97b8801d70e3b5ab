import type { WindowKind } from '../evidence/quota-snapshot.ts'
import { HOUR, MINUTE } from '../time/duration.ts'
import { instant, type Instant } from '../time/instant.ts'
import type { Account } from './account.ts'
import { firstReadFrom, type MeterReading, type SegmentReadings } from './meter-index.ts'
import type { Outlook } from './report.ts'

/** Two readings closer together than this say more about rounding than about pace (our choice). */
const SHORTEST_BASE = 10 * MINUTE

/** The outlook of every window that is running at `now` and has been read. */
export function outlookOf({ meters }: Account, now: Instant): readonly Outlook[] {
  return (['5h', '7d', 'month'] as const).flatMap((window) => {
    const segments = meters[window]
    const running = segments.findLast(({ segment }) => segment.to > now)
    const readings = (running?.readings ?? []).filter(({ meter }) => meter.pool !== 'code')
    const latest = readings.at(-1)
    return latest ? [outlook(window, latest, readings, segments, now)] : []
  })
}

function outlook(
  window: WindowKind,
  latest: MeterReading,
  inWindow: readonly MeterReading[],
  segments: readonly SegmentReadings[],
  now: Instant,
): Outlook {
  const { segment, used, reading } = latest
  const base = inWindow.find(
    (each) =>
      each.meter.encoding === latest.meter.encoding &&
      reading.span.from - each.reading.span.to >= SHORTEST_BASE,
  )
  const pace = base ? paceBetween(base, latest) : null
  return {
    window,
    usedPercent: used,
    readAt: reading.span.from,
    resetAt: segment.to,
    pace,
    fullAt: pace && fullAt(latest, pace, now),
    earlier: earlierWindows(latest, segments),
    refs: [...(base ? [base.reading.snapshot.id] : []), reading.snapshot.id],
  }
}

function paceBetween(base: MeterReading, latest: MeterReading): NonNullable<Outlook['pace']> {
  const rise = latest.used - base.used
  const slack = latest.meter.resolution + base.meter.resolution
  const hours = (latest.reading.span.from - base.reading.span.from) / HOUR
  return { least: Math.max(0, (rise - slack) / hours), most: Math.max(0, (rise + slack) / hours) }
}

/** At the higher pace the earliest, at the lower the latest moment; a moment after the reset is none. */
function fullAt(
  { used, reading, segment }: MeterReading,
  pace: NonNullable<Outlook['pace']>,
  now: Instant,
): Outlook['fullAt'] {
  const after = (perHour: number): Instant | null => {
    if (perHour <= 0) return null
    const at = reading.span.from + ((100 - used) / perHour) * HOUR
    return at < segment.to ? instant(Math.max(at, now)) : null
  }
  const earliest = after(pace.most)
  return earliest === null ? null : { earliest, latest: after(pace.least) }
}

/** So many earlier windows are enough to compare with. */
const MAX_EARLIER = 12

/** What earlier windows had used at the same distance before their end, from the reading nearest to it. */
function earlierWindows(latest: MeterReading, segments: readonly SegmentReadings[]): Outlook['earlier'] {
  const { segment } = latest
  const left = segment.to - latest.reading.span.from
  const near = segment.from === null ? HOUR : (segment.to - segment.from) / 20
  return segments
    .slice(-MAX_EARLIER - 1)
    .filter((earlier) => earlier.segment.to < segment.to)
    .toReversed()
    .flatMap(({ segment: { to }, readings }) => {
      const away = (each: MeterReading) => Math.abs(to - each.reading.span.from - left)
      const after = firstReadFrom(readings, to - left)
      const before = readings[after - 1]
      const beside = [
        ...(before ? [readings[firstReadFrom(readings, before.reading.span.from)] ?? before] : []),
        ...readings.slice(after, after + 1),
      ]
      const nearest = beside.toSorted((a, b) => away(a) - away(b))[0]
      return nearest && away(nearest) <= near ? [{ endedAt: to, usedPercent: nearest.used }] : []
    })
}
