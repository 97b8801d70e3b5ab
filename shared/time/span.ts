import { instant, type Instant } from './instant.ts'

/**
 * A half-open stretch of time: `from` belongs to it, `to` does not.
 *
 *     from          to
 *      [────────────)     two spans that touch do not overlap
 */
export interface Span {
  readonly from: Instant
  readonly to: Instant
}

/** Throws when the span would run backwards. An empty span (from = to) is allowed and contains nothing. */
export function span(from: number, to: number): Span {
  if (from > to) throw new RangeError(`span runs backwards: ${from} > ${to}`)
  return { from: instant(from), to: instant(to) }
}

export const spanLength = (s: Span): number => s.to - s.from

export const spanContains = (s: Span, at: Instant): boolean => at >= s.from && at < s.to

export const spanCovers = (outer: Span, inner: Span): boolean =>
  inner.from >= outer.from && inner.to <= outer.to

export const spansOverlap = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to

/** What two spans share, or null when they share nothing. */
export function intersectSpans(a: Span, b: Span): Span | null {
  const from = Math.max(a.from, b.from)
  const to = Math.min(a.to, b.to)
  return from < to ? span(from, to) : null
}

/** Moves both edges outwards by `ms`; never shifts the span. */
export const widenSpan = (s: Span, ms: number): Span => span(s.from - ms, s.to + ms)

/** From the first to the last moment of any of them, however many they are; null for none. */
export function spanAround(spans: Iterable<Span>): Span | null {
  let around: Span | null = null
  for (const { from, to } of spans)
    around = around ? { from: earlier(around.from, from), to: latest(around.to, to) } : { from, to }
  return around
}

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b)
const latest = (a: Instant, b: Instant): Instant => (a > b ? a : b)

/** Joins spans that overlap or touch; the result is sorted and disjoint. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const next of spans.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && next.from <= last.to) merged[merged.length - 1] = span(last.from, Math.max(last.to, next.to))
    else merged.push(next)
  }
  return merged
}
