import type { Mark } from '../../evidence/kinds/mark.ts'
import { spansOverlap } from '../../time/span.ts'
import type { Zone } from '../../time/zone.ts'
import type { Block } from './block.ts'
import { spanInFrame, type Frame } from '../clocks/placed-records.ts'
import type { Successes } from '../logs/successes.ts'

/** Only whether there are any, and whether it is one or many, is ever asked. */
const ENOUGH = 20

/**
 * Blocks that only the user's own mark tells of; a mark on a block that other evidence shows adds none. People mark
 * roughly: a success seen inside it (its edges may be successes themselves) says that service was not refused from edge to edge, and is counted, so that no rule
 * takes it for a block that outlived a reset.
 */
export function findMarkedBlocks(
  marks: readonly Mark[],
  clock: Frame['clock'],
  zone: Zone,
  known: readonly Block[],
  successes: Successes,
): readonly Block[] {
  return marks.flatMap((mark): Block[] => {
    const range = mark.kind === 'blocked' ? spanInFrame(mark.when, clock, zone) : null
    if (!range || known.some((block) => spansOverlap(block.span, range))) return []
    return [
      {
        grade: 'marked',
        span: range,
        refusals: [],
        backAt: null,
        successes: successes.countIn(range.from + 1, range.to, ENOUGH),
        within: false,
        offClock: null,
        texts: [],
        undated: [],
        refs: [mark.id],
      },
    ]
  })
}
