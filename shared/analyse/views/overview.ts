import type { Concluded } from '../analysis.ts'
import type { QuotaSnapshot, Meter, WindowKind } from '../../evidence/kinds/quota-snapshot.ts'
import type { Instant } from '../../time/instant.ts'
import type { Span } from '../../time/span.ts'
import type { Incident, Outlook, PlacedReading, Report, Reset } from '../report.ts'

/** The newest reading of one meter, for a place where there is room for one line. */
export interface LatestMeter {
  readonly window: WindowKind
  readonly pool: Meter['pool']
  /** Null: the source did not say. */
  readonly usedPercent: number | null
  readonly read: Span
  /** The reset that this reading announced, and what has become of it; null where none is known. */
  readonly reset: Pick<Reset, 'at' | 'basis' | 'state'> | null
  /** Where its window is heading; null where it is over, or was not read by this meter. */
  readonly outlook: Pick<Outlook, 'atReset' | 'fullAt'> | null
  readonly snapshot: string
}

/** What overlay and popup show: the newest meters, the last block, and how much is kept. */
export interface Overview {
  readonly meters: readonly LatestMeter[]
  readonly lastBlock: Incident | null
  readonly records: number
  readonly readAt: Instant | null
}

/** The state at a glance out of a Report and the evidence that it was made from. */
export function overviewOf({ report, evidence }: Concluded): Overview {
  const snapshots = new Map(evidence.snapshots.map((snapshot) => [snapshot.id, snapshot]))
  const latest = new Map<string, LatestMeter>()
  for (const reading of report.readings) {
    const snapshot = snapshots.get(reading.snapshot)
    if (!snapshot) continue
    for (const [key, meter] of latestOf(snapshot, reading, report)) latest.set(key, meter)
  }
  const order: readonly WindowKind[] = ['5h', '7d', 'month', 'other']
  return {
    meters: [...latest.values()].toSorted((a, b) => order.indexOf(a.window) - order.indexOf(b.window)),
    lastBlock: lastBlockOf(report),
    records: evidence.records.length,
    readAt: report.readings.at(-1)?.span.to ?? null,
  }
}

/** Readings come in the order of time, so a later one replaces an earlier one of the same meter. */
function latestOf(
  snapshot: QuotaSnapshot,
  reading: PlacedReading,
  report: Report,
): readonly (readonly [string, LatestMeter])[] {
  return bestEncodings(snapshot.meters).map((meter) => {
    const key = `${meter.window} ${meter.pool ?? ''}`
    const { window, pool, usedPercent } = meter
    const reset = resetAfter(meter, reading, report)
    const outlook = pool === 'code' ? undefined : report.outlook.find((each) => each.window === window)
    const ahead = outlook?.refs.includes(snapshot.id) ? outlook : null
    return [
      key,
      { window, pool, usedPercent, read: reading.span, reset, outlook: ahead, snapshot: snapshot.id },
    ] as const
  })
}

/** Of two encodings of one meter the one that says its share explicitly leads; the finer one of two such. */
function bestEncodings(meters: readonly Meter[]): readonly Meter[] {
  const best = new Map<string, Meter>()
  for (const meter of meters) {
    const key = `${meter.window} ${meter.pool ?? ''}`
    const known = best.get(key)
    if (!known || candour(meter) > candour(known)) best.set(key, meter)
  }
  return [...best.values()]
}

const candour = (meter: Meter): number =>
  (meter.usedPercent === null ? 0 : 4) + (meter.explicit ? 2 : 0) + (meter.resolution < 1 ? 1 : 0)

function resetAfter(meter: Meter, reading: PlacedReading, { resets, now }: Report): LatestMeter['reset'] {
  if (meter.reset?.kind === 'at') {
    const { at } = meter.reset
    const known = resets.find((reset) => reset.window === meter.window && Math.abs(reset.at - at) < 2000)
    return known ?? { at, basis: 'reported', state: at > now ? 'upcoming' : 'due_unverified' }
  }
  return resets.find((reset) => reset.window === meter.window && reset.at >= reading.span.to) ?? null
}

/** The block that ended last; one whose zone is unknown counts by nothing else than its place in the list. */
export function lastBlockOf({ incidents }: Report): Incident | null {
  const dated = incidents.filter(({ block }) => block.span !== null)
  const sorted = dated.toSorted((a, b) => (a.block.span?.to ?? 0) - (b.block.span?.to ?? 0))
  return sorted.at(-1) ?? incidents.at(-1) ?? null
}
