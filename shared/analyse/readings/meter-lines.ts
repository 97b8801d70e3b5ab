import type { Meter, WindowKind } from '../../evidence/kinds/quota-snapshot.ts'
import { spanLength, spansOverlap, type Span } from '../../time/span.ts'
import { meterEnvelope, downsample, type MeterRange, type MeterPoint } from '../views/lanes/meter-envelope.ts'
import { segmentOf, sameSegment, type MeterSegment } from './meter-windows.ts'
import type { Reading } from './readings.ts'
import type { Rules } from '../rules.ts'

/**
 * Readings of one meter. A line is broken at every reset, since what happened between the last reading before it and
 * the first after it is not known, and readings that are only known to lie in a longer stretch stand alone.
 */
export interface MeterLine {
  readonly window: WindowKind
  readonly pool: Meter['pool']
  readonly encoding: Meter['encoding']
  readonly segments: readonly (readonly MeterPoint[])[]
  /** Least and most by stretches, in place of segments, where there are too many readings to draw each. */
  readonly ranges: readonly MeterRange[]
}

interface Entry {
  readonly point: MeterPoint
  readonly segment: MeterSegment | null
  readonly exact: boolean
}

/** A chart of more points than this is too slow to draw (measured: 1,000 take Recharts 20 to 50 ms). */
const MAX_POINTS = 1000

/**
 * The lines of all meters that were read within the range, one per window, pool and encoding. Together they have about
 * a thousand points at most: longer pieces are thinned out to least and most, and where there are too many pieces for
 * that, only the least and the most between the edges are given.
 */
export function meterLines(
  readings: readonly Reading[],
  range: Span,
  edges: readonly number[],
  rules: Rules,
): readonly MeterLine[] {
  const lines = new Map<string, { meter: Meter; entries: Entry[] }>()
  for (const reading of readings) {
    if (!spansOverlap(reading.span, range)) continue
    for (const meter of reading.snapshot.meters) {
      if (meter.usedPercent === null) continue
      const key = `${meter.window} ${meter.pool ?? ''} ${meter.encoding}`
      const line = lines.get(key) ?? { meter, entries: [] }
      lines.set(key, line)
      const at = reading.span.from
      const { id: snapshot, source } = reading.snapshot
      const point = { at, usedPercent: meter.usedPercent, snapshot, source }
      const exact = reading.span.to - reading.span.from <= rules.meterLag
      line.entries.push({ point, segment: segmentOf(reading, meter), exact })
    }
  }
  const each = MAX_POINTS / Math.max(1, lines.size)
  return [...lines.values()].map(({ meter: { window, pool, encoding }, entries }) => ({
    window,
    pool,
    encoding,
    ...reduced(splitAtResets(entries, rules), range, edges, each),
  }))
}

function reduced(
  segments: MeterLine['segments'],
  range: Span,
  edges: readonly number[],
  most: number,
): Pick<MeterLine, 'segments' | 'ranges'> {
  const points = segments.reduce((sum, segment) => sum + segment.length, 0)
  if (points <= most) return { segments, ranges: [] }
  if (segments.length > most / 4) return { segments: [], ranges: meterEnvelope(segments.flat(), edges) }
  const length = (spanLength(range) * 2) / most
  return { segments: segments.map((segment) => downsample(segment, range.from, length)), ranges: [] }
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
