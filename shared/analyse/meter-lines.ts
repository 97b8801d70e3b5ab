import type { Meter, WindowKind } from '../evidence/quota-snapshot.ts'
import type { Instant } from '../time/instant.ts'
import { spansOverlap, type Span } from '../time/span.ts'
import { segmentOf, sameSegment, type MeterSegment } from './meter-windows.ts'
import type { Reading } from './readings.ts'
import type { Rules } from './rules.ts'

export interface MeterPoint {
  readonly at: Instant
  readonly usedPercent: number
  readonly snapshot: string
}

/**
 * Readings of one meter. A line is broken at every reset, since what happened between the last reading before it and
 * the first after it is not known, and readings that are only known to lie in a longer stretch stand alone.
 */
export interface MeterLine {
  readonly window: WindowKind
  readonly pool: Meter['pool']
  readonly encoding: Meter['encoding']
  readonly segments: readonly (readonly MeterPoint[])[]
}

interface Entry {
  readonly point: MeterPoint
  readonly segment: MeterSegment | null
  readonly exact: boolean
}

/** The lines of all meters that were read within the range, one per window, pool and encoding. */
export function meterLines(readings: readonly Reading[], range: Span, rules: Rules): readonly MeterLine[] {
  const lines = new Map<string, { meter: Meter; entries: Entry[] }>()
  for (const reading of readings) {
    if (!spansOverlap(reading.span, range)) continue
    for (const meter of reading.snapshot.meters) {
      if (meter.usedPercent === null) continue
      const key = `${meter.window} ${meter.pool ?? ''} ${meter.encoding}`
      const line = lines.get(key) ?? { meter, entries: [] }
      lines.set(key, line)
      const at = reading.span.from
      const point = { at, usedPercent: meter.usedPercent, snapshot: reading.snapshot.id }
      const exact = reading.span.to - reading.span.from <= rules.meterLag
      line.entries.push({ point, segment: segmentOf(reading, meter), exact })
    }
  }
  return [...lines.values()].map(({ meter: { window, pool, encoding }, entries }) => ({
    window,
    pool,
    encoding,
    segments: splitAtResets(entries, rules),
  }))
}

function splitAtResets(entries: readonly Entry[], rules: Rules): readonly (readonly MeterPoint[])[] {
  const segments: MeterPoint[][] = []
  let last: Entry | null = null
  for (const entry of entries) {
    const joined =
      last !== null &&
      last.exact &&
      entry.exact &&
      last.segment !== null &&
      entry.segment !== null &&
      sameSegment(last.segment, entry.segment, rules.sameReset)
    if (joined) segments.at(-1)?.push(entry.point)
    else segments.push([entry.point])
    last = entry
  }
  return segments
}
