import type { QuotaSnapshot } from '../../../evidence/kinds/quota-snapshot.ts'
import type { Instant } from '../../../time/instant.ts'
import { span, type Span } from '../../../time/span.ts'

/** One reading of a meter. */
export interface MeterPoint {
  readonly at: Instant
  readonly usedPercent: number
  readonly snapshot: string
  readonly source: QuotaSnapshot['source']
}

/** The readings of one meter in one bucket, where they are too many to be drawn one by one. */
export interface MeterRange {
  readonly span: Span
  readonly min: number
  readonly max: number
  readonly readings: number
  /** The readings that showed the least and the most. */
  readonly refs: readonly string[]
}

/**
 * The least and the most in each bucket between edges; a bucket without a reading has none, so that a gap stays a gap.
 *
 *     readings   · ·:·  ··   .:'            ·
 *     ranges     ┃ ┃ ┃  ┃    ┃┃             ┃
 */
export function meterEnvelope(
  points: readonly MeterPoint[],
  edges: readonly number[],
): readonly MeterRange[] {
  const ranges: MeterRange[] = []
  let next = 0
  for (let i = 0; i + 1 < edges.length; i++) {
    const [from = 0, to = 0] = [edges[i], edges[i + 1]]
    while (next < points.length && (points[next]?.at ?? 0) < from) next += 1
    let least: MeterPoint | undefined
    let most: MeterPoint | undefined
    const first = next
    for (; next < points.length && (points[next]?.at ?? to) < to; next += 1) {
      const point = points[next]
      if (!point) continue
      if (!least || point.usedPercent < least.usedPercent) least = point
      if (!most || point.usedPercent > most.usedPercent) most = point
    }
    if (least && most)
      ranges.push({
        span: span(from, to),
        min: least.usedPercent,
        max: most.usedPercent,
        readings: next - first,
        refs: [...new Set([least.snapshot, most.snapshot])],
      })
  }
  return ranges
}

/**
 * A piece of a line in at most about `2 × buckets` points: of each stretch the first reading to show its least and its
 * most, in the order of time, and the piece's ends. Nothing that was not read is drawn.
 */
export function downsample(
  points: readonly MeterPoint[],
  from: Instant,
  length: number,
): readonly MeterPoint[] {
  const kept: MeterPoint[] = []
  for (let i = 0; i < points.length;) {
    const bucket = Math.floor(((points[i]?.at ?? 0) - from) / length)
    let [least, most] = [i, i]
    let end = i
    for (; end < points.length && Math.floor(((points[end]?.at ?? 0) - from) / length) === bucket; end += 1) {
      const used = points[end]?.usedPercent ?? 0
      if (used < (points[least]?.usedPercent ?? 0)) least = end
      if (used > (points[most]?.usedPercent ?? 0)) most = end
    }
    const wanted = new Set([
      ...(i === 0 ? [0] : []),
      least,
      most,
      ...(end === points.length ? [end - 1] : []),
    ])
    for (const index of [...wanted].toSorted((a, b) => a - b)) {
      const point = points[index]
      if (point) kept.push(point)
    }
    i = end
  }
  return kept
}
