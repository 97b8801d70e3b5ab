import type { Mark } from '../evidence/mark.ts'
import { spansOverlap } from '../time/span.ts'
import type { Zone } from '../time/zone.ts'
import type { Block } from './block.ts'
import { spanInFrame, type Frame } from './placed-records.ts'

/** Blocks that only the user's own mark tells of; a mark on a block that other evidence shows adds none. */
export function findMarkedBlocks(
  marks: readonly Mark[],
  clock: Frame['clock'],
  zone: Zone,
  known: readonly Block[],
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
        successes: 0,
        within: false,
        texts: [],
        undated: [],
        refs: [mark.id],
      },
    ]
  })
}
