import { SECOND } from '../../../shared/time/duration.ts'
import { span, spanLength, type Span } from '../../../shared/time/span.ts'
import type { PageReport } from '../../data/findings.ts'
import type { ClockKind } from '../../data/frame.ts'
import { lengthOf, type View } from './view/view.ts'

/** The blocked windows on a clock, in the order of their middles. */
function blocksOn({ incidents }: PageReport, clock: ClockKind): readonly Span[] {
  return incidents
    .flatMap(({ block }) => {
      if (clock === 'utc') return block.span ? [block.span] : []
      return block.span === null && block.local ? [span(block.local.from, block.local.to)] : []
    })
    .toSorted((a, b) => middleOf(a) - middleOf(b))
}

const middleOf = ({ from, to }: View): number => (from + to) / 2

/** The last blocked window before the middle of what is shown; null where there is none. */
export const incidentBefore = (report: PageReport, clock: ClockKind, shown: Span): Span | null =>
  blocksOn(report, clock).findLast((block) => middleOf(block) < middleOf(shown) - SECOND) ?? null

/** The first blocked window after the middle of what is shown. */
export const incidentAfter = (report: PageReport, clock: ClockKind, shown: Span): Span | null =>
  blocksOn(report, clock).find((block) => middleOf(block) > middleOf(shown) + SECOND) ?? null

/** A stretch with the block in its middle: as long as the one that is shown, or twice the block where that is longer. */
export function rangeAround(block: Span, shown: View): View {
  const half = Math.max(lengthOf(shown) / 2, spanLength(block))
  return { from: middleOf(block) - half, to: middleOf(block) + half }
}
