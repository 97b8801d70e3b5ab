import { SECOND } from '../../../shared/time/duration.ts'
import { span, type Span } from '../../../shared/time/span.ts'
import type { ClockKind } from '../frame.ts'
import type { Known, Question } from './question.ts'

interface JumpAsk {
  readonly clock: ClockKind
  /** The middle of what is shown. */
  readonly middle: number
}

/** The blocked windows on both sides of a moment. */
export interface Jumps {
  /** The last one whose middle lies before it; null where there is none. */
  readonly before: Span | null
  readonly after: Span | null
}

/** Where the timeline goes from a moment to the next incident, on either side. */
export const jumpQuestion: Question<JumpAsk, Jumps> = {
  name: 'jump',
  // What is known already can be gone to; the rest as soon as it is there.
  earliest: () => Number.POSITIVE_INFINITY,
  answer: (known, { clock, middle }) => {
    const blocks = blocksOn(known, clock)
    return {
      before: blocks.findLast((block) => middleOf(block) < middle - SECOND) ?? null,
      after: blocks.find((block) => middleOf(block) > middle + SECOND) ?? null,
    }
  },
}

/** The blocked windows on a clock, in the order of their middles. */
function blocksOn({ report }: Known, clock: ClockKind): readonly Span[] {
  return report.incidents
    .flatMap(({ block }) => {
      if (clock === 'utc') return block.span ? [block.span] : []
      return block.span === null && block.local ? [span(block.local.from, block.local.to)] : []
    })
    .toSorted((a, b) => middleOf(a) - middleOf(b))
}

const middleOf = ({ from, to }: Span): number => (from + to) / 2
