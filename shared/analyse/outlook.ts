import type { WindowKind } from '../evidence/quota-snapshot.ts'
import { HOUR, MINUTE } from '../time/duration.ts'
import { instant, type Instant } from '../time/instant.ts'
import { spanLength } from '../time/span.ts'
import type { Account } from './account.ts'
import { meterReadings, type MeterReading } from './facts/meter-bounds.ts'
import { sameSegment } from './meter-windows.ts'
import type { Rules } from './rules.ts'

/** Where a window is heading at the present pace. */
export interface Outlook {
  readonly window: WindowKind
  readonly usedPercent: number
  readonly readAt: Instant
  readonly resetAt: Instant
  /** Percent per hour, between these two: the meter rounds. Null where fewer than two readings of the window tell a pace. */
  readonly pace: { readonly least: number; readonly most: number } | null
  /** When the window would be used up; `latest` null: at the lower pace not before the reset. Null: not before the reset at all. */
  readonly fullAt: { readonly earliest: Instant; readonly latest: Instant | null } | null
  /** The share used at the same point of earlier windows, newest first; windows without a reading near it are left out. */
  readonly earlier: readonly { readonly endedAt: Instant; readonly usedPercent: number }[]
  readonly refs: readonly string[]
}

/** Two readings closer together than this say more about rounding than about pace (our choice). */
const SHORTEST_BASE = 10 * MINUTE

/** The outlook of every window that is running at `now` and has been read. */
export function outlookOf({ readings }: Account, now: Instant, rules: Rules): readonly Outlook[] {
  return (['5h', '7d', 'month'] as const).flatMap((window) => {
    const all = meterReadings(readings, window).filter(({ meter }) => meter.pool !== 'code')
    const latest = all.findLast(({ segment }) => segment.to > now)
    return latest ? [outlook(window, latest, all, now, rules)] : []
  })
}

function outlook(
  window: WindowKind,
  latest: MeterReading,
  all: readonly MeterReading[],
  now: Instant,
  rules: Rules,
): Outlook {
  const { segment, used, reading } = latest
  const base = all.find(
    (each) =>
      sameSegment(each.segment, segment, rules.sameReset) &&
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
    earlier: earlierWindows(latest, all, rules),
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

/** What earlier windows had used at the same distance before their end, from the reading nearest to it. */
function earlierWindows(
  latest: MeterReading,
  all: readonly MeterReading[],
  rules: Rules,
): Outlook['earlier'] {
  const left = latest.segment.to - latest.reading.span.from
  const near =
    latest.segment.from === null
      ? HOUR
      : spanLength({ from: latest.segment.from, to: latest.segment.to }) / 20
  const byEnd = new Map<number, { away: number; usedPercent: number; endedAt: Instant }>()
  for (const { segment, reading, used } of all) {
    if (segment.to > latest.segment.to - rules.sameReset) continue
    const away = Math.abs(segment.to - reading.span.from - left)
    const known = byEnd.get(segment.to)
    if (away <= near && (!known || away < known.away))
      byEnd.set(segment.to, { away, usedPercent: used, endedAt: segment.to })
  }
  return [...byEnd.values()]
    .toSorted((a, b) => b.endedAt - a.endedAt)
    .map(({ endedAt, usedPercent }) => ({ endedAt, usedPercent }))
}
