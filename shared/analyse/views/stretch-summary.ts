import { spanLength, spansOverlap, type Span } from '../../time/span.ts'
import { UNKNOWN_ZONE, type Zone } from '../../time/zone.ts'
import type { Analysis } from '../analysis.ts'
import { spanOf } from './days.ts'
import { countBetween } from './lanes/row-index.ts'
import type { Frame } from '../clocks/placed-records.ts'
import type { Stretch } from '../blocks/stretch.ts'
import { blockedSpans, lengthWithin, looseBlocks } from '../blocks/tally.ts'

/** A day or a window in a few numbers: for a calendar, where there is room for no more. */
export interface StretchSummary {
  readonly stretch: Stretch
  readonly span: Span
  readonly requests: number
  readonly blockedMs: number
  /** A block is only known to lie somewhere in a stretch that touches this one; it has no length of its own. */
  readonly blockedWithin: boolean
  /** How much of it was looked at, and how much of it has passed: with nothing looked at, nothing above is known. */
  readonly observedMs: number
  readonly passedMs: number
}

/** Looks at as many days or windows as asked for, at the cost of their number, not of their rows. */
export function summariesOf(
  { report, derived }: Analysis,
  stretches: readonly Stretch[],
  zone: Zone,
): readonly StretchSummary[] {
  const onWall = zone === UNKNOWN_ZONE && stretches.every(({ kind }) => kind === 'day')
  const clock: Frame['clock'] = onWall ? 'wall' : 'utc'
  const { rows, coverage } = derived.on(clock)
  const blocks = blockedSpans(report, clock)
  const loose = looseBlocks(report, clock)
  const now = onWall ? Number.POSITIVE_INFINITY : report.now
  return stretches.map((stretch) => {
    const span = spanOf(stretch, zone)
    const { success, failure, unknown } = countBetween(rows, span.from, span.to)
    return {
      stretch,
      span,
      requests: success + failure + unknown,
      blockedMs: lengthWithin(blocks, span),
      blockedWithin: loose.some((each) => spansOverlap(each, span)),
      observedMs: lengthWithin(coverage.observed, span),
      passedMs: Math.max(0, Math.min(spanLength(span), now - span.from)),
    }
  })
}
