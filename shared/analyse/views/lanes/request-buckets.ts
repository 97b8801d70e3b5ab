import { span, type Span } from '../../../time/span.ts'
import { countBetween, firstTimeFrom, type OutcomeCounts, type RowIndex } from './row-index.ts'

/** Requests in one stretch of the timeline, by outcome. */
export interface RequestBucket extends OutcomeCounts {
  readonly span: Span
}

/** The buckets between the edges that have any rows of the range; those at its ends are cut off there. */
export function requestBuckets(
  index: RowIndex,
  edges: readonly number[],
  range: Span,
): readonly RequestBucket[] {
  const buckets: RequestBucket[] = []
  for (let i = 0; i + 1 < edges.length; i++) {
    const from = Math.max(edges[i] ?? range.from, range.from)
    const to = Math.min(edges[i + 1] ?? range.to, range.to)
    if (from >= to) continue
    const next = index.times[firstTimeFrom(index.times, from)]
    if (next === undefined) break
    if (next < to) buckets.push({ span: span(from, to), ...countBetween(index, from, to) })
  }
  return buckets
}
