import { firstIndex } from '../../../../shared/analyse/first-index.ts'
import type { Span } from '../../../../shared/time/span.ts'

/** How far a moment lies outside of a span; 0 inside. */
const away = ({ from, to }: Span, at: number): number => Math.max(0, from - at, at - to + 1)

/** Index of the span at a moment, or of the nearest one that is no further away than `slack`; null where there is none. */
export function spanNear(spans: readonly Span[], at: number, slack: number): number | null {
  const after = firstIndex(spans, ({ from }) => from > at)
  let best: number | null = null
  // spans of a lane hardly overlap, so the nearest is among the neighbours
  for (const index of [after - 2, after - 1, after]) {
    const each = spans[index]
    const known = best === null ? undefined : spans[best]
    if (!each || away(each, at) > slack) continue
    if (!known || away(each, at) < away(known, at)) best = index
  }
  return best
}
